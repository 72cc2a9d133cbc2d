import StageKit

/// The stages that there are, with what is asked of them again and again.
struct Catalogue {
  struct Item {
    let type: any Stage.Type
    let descriptor: StageDescriptor
    let options: [OptionSpecification]

    init(_ type: any Stage.Type) {
      self.type = type
      descriptor = type.descriptor
      options = Self.options(of: type)
    }

    private static func options<S: Stage>(of type: S.Type) -> [OptionSpecification] {
      S.Options.specifications
    }
  }

  let items: [Item]
  private let indexByName: [String: Int]

  init(_ stages: [any Stage.Type]) {
    items = stages.map { Item($0) }
    indexByName = Dictionary(
      items.enumerated().map { ($1.descriptor.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var names: [String] { items.map(\.descriptor.name) }

  subscript(name: String) -> Item? { indexByName[name].map { items[$0] } }

  func names(of role: StageRole) -> [String] {
    items.filter { $0.descriptor.role == role }.map(\.descriptor.name)
  }

  func writers(of layer: Layer) -> [String] {
    items.filter { $0.descriptor.writes.contains(layer) }.map(\.descriptor.name)
  }
}
