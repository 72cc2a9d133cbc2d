public import StageKit
import TextKit

extension PipelineFile {
  /// The reference of pipeline files that are made of these stages, in Markdown.
  public static func referencePage(stages: [any Stage.Type]) -> String {
    let items = Catalogue(stages).items
    var lines = [introduction, "", "## run", "", "How the pipeline is run.", ""]
    lines += table(of: RunSettings.specifications)
    for item in items {
      let descriptor = item.descriptor
      lines += ["", "## \(descriptor.name)", ""]
      lines.append("A \(descriptor.role.rawValue) that \(descriptor.summary).")
      for (title, layers) in [("Reads", descriptor.reads), ("Writes", descriptor.writes)]
      where !layers.isEmpty {
        lines.append("\(title) \(layers.map { "`\($0)`" }.joined(separator: ", ")).")
      }
      if !item.options.isEmpty { lines += [""] + table(of: item.options) }
      for example in descriptor.examples {
        lines += ["", "Example: \(example.title)", "", "```yaml"]
        lines += example.stageLines(descriptor.name) + ["```"]
        for side in example.sides {
          lines += ["", "\(side.title.capitalised):", "", "```text"]
          lines += side.lines.map { String($0) } + ["```"]
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(of options: [OptionSpecification]) -> [String] {
    ["| option | value | default | |", "| --- | --- | --- | --- |"]
      + OptionRow.rows(of: options).map { row in
        let fallback = row.isRequired ? "required" : row.fallback.map { "`\($0)`" } ?? ""
        let cells = ["`\(row.key)`", row.kind, fallback, row.help].map(escaped)
        return "| \(cells.joined(separator: " | ")) |"
      }
  }

  /// A bar would end the cell of a table.
  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static let introduction = """
    # Pipeline files

    A pipeline file is YAML with up to five keys; any other that starts with `x-` is ignored and is a
    place for anchors.

    | key | |
    | --- | --- |
    | `name` | the pipeline's name; by default the file's name without its ending |
    | `run` | how the pipeline is run, see below |
    | `schedule` | when `wireroom schedule` has it run, as a cron expression such as `15 3 * * *` |
    | `plugins` | folders or libraries with stages of your own, see `wireroom help build-stage` |
    | `stages` | what is done, in this order: one source, then transforms and sinks |

    An entry of `stages` is the name of a stage, alone or with its options. Beside the name may stand
    `label`, another name for the stage in this pipeline, which several stages of one kind need;
    `when`, a condition that tells which documents the stage works on; and `timeout`, how long the stage
    may take for one document, such as `5s`. What takes longer is set aside, for which documents are
    carried in processes of their own (`isolation: process`); at a source it is the time for loading
    one document, not that for listing and splitting.

    ```yaml
    name: news
    run: {workers: 4}
    stages:
      - fetch: {paths: [samples]}
      - clean
      - segment: {max_sentence_bytes: 4 KiB}
        label: split
        when: language == en
    ```

    An option that is left out, or has no value, has its default. A single value may stand for a list
    of one. Numbers of bytes may have a unit: B, KB, MB, GB, TB of thousands, KiB, MiB, GiB, TiB of 1024.
    Anchors, aliases and merge keys (`<<`) work as everywhere in YAML. Paths start from the folder of the
    pipeline file.

    `${NAME}` in a value stands for an environment variable, `${NAME:-text}` gives a text for one that is
    unset or empty, and `$${` is `${` itself. Keys, labels and names of stages hold no variables.

    ## Conditions

    ```text
    language == en and not (section in [Sport, Weather] or title contains "live blog")
    ```

    | form | true if |
    | --- | --- |
    | `FIELD exists`, `exists FIELD` | the field is known |
    | `FIELD == VALUE`, `FIELD != VALUE` | it is, or is not, exactly this |
    | `FIELD in [A, B]`, `FIELD not in [A, B]` | it is, or is not, one of these |
    | `FIELD contains TEXT`, `FIELD not contains TEXT` | the text stands in it, or does not |
    | `FIELD < VALUE`, `<=`, `>`, `>=` | it is less and so on; for `bytes`, `confidence` and dates |
    | `true`, `false` | always, never |

    `not` binds closest, then `and`, then `or`; parentheses group. A value of several words, or with any
    of `()[],"'=!<>&|`, stands in quotes, in which `\\` goes before a quotation mark. A comparison
    with a field that is unknown is false, so that `!=` and `not in` are true of it. Dates are compared
    as far as both are given: `published >= 2023-09` is true of 1 September 2023.

    The fields are \(Condition.Field.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")).
    `byline` holds several names, and a comparison is true if it is of any one; `path` is that of the
    input; `form` is `plain`, `markdown` or `html`; `bytes` is the size of the input; `confidence`,
    from 0 to 1, is how sure the language is.
    """
}

extension String {
  /// With its first letter in upper case.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
