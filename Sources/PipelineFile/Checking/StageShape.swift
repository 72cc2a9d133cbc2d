import Diagnostics

/// One entry of `stages`, taken apart but not yet checked.
struct StageShape {
  /// What may stand beside the name of a stage.
  static let keysBesideName = ["label", "when", "timeout"]

  /// The stage's name, with its options as the value; of a bare word the value is nothing.
  var name: Node.Entry?
  var label: Node.Entry?
  var condition: Node.Entry?
  var timeout: Node.Entry?
  /// What else stands beside the name.
  var others: [Node.Entry] = []

  init(_ node: Node, _ catalogue: Catalogue) {
    if let scalar = node.scalar, !node.isNull {
      name = Node.Entry(
        key: scalar.text, keyLocation: node.location, value: .nothing(at: node.location))
    }
    for entry in node.entries ?? [] {
      switch entry.key {
      // What is left open is the default, as for the options.
      case "label": label = entry.value.isNull ? nil : entry
      case "when": condition = entry
      case "timeout": timeout = entry
      default: others.append(entry)
      }
    }
    // The name is the first key that is one, wherever it stands; without one, the first key was
    // probably meant to be.
    if !others.isEmpty {
      name = others.remove(at: others.firstIndex { catalogue[$0.key] != nil } ?? 0)
    }
  }

  /// What the stage is called in this pipeline.
  var labelText: String? { label?.value.scalar?.text ?? name?.key }

  var labelLocation: SourceLocation? { label?.value.location ?? name?.keyLocation }
}
