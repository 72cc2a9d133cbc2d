public import StageKit

/// What a pipeline file says under `run:`.
public struct RunSettings: StageOptions, Equatable {
  /// What becomes of the record of an input that is no longer there.
  public enum VanishRule: String, Sendable, CaseIterable { case remove, keep }

  /// What a run does while another one of the same pipeline is under way.
  public enum OverlapRule: String, Sendable, CaseIterable {
    /// It ends at once and says so.
    case fail
    /// It ends at once, and all is well.
    case skip
    /// It waits for the other to end.
    case wait
  }

  /// What a run does after a document has failed.
  public enum ErrorRule: String, Sendable, CaseIterable {
    case `continue`
    case stop
  }

  /// Where documents are carried through the stages.
  public enum Isolation: String, Sendable, CaseIterable {
    /// In the process of the run.
    case none
    /// In processes of their own, so that what ends one of them costs one document.
    case process
  }

  /// The number of workers; `nil` for as many as there are processors.
  public var workers: Int?
  /// The folder that relative paths of outputs start from, itself relative to the pipeline file.
  public var output = "."
  /// The folder in which the pipeline remembers what it has done; `nil` for the runner's choice.
  public var state: String?
  /// How many bytes of documents may wait between the steps of a run.
  public var memory = 64_000_000
  /// How often a document is tried again after a failure that may pass.
  public var retries = 2
  public var onError = ErrorRule.continue
  /// Seconds that one document may take; `nil` for no limit.
  public var timeout: Int?
  public var isolation = Isolation.none
  /// How many bytes of memory a process may use that carries documents on its own.
  public var isolationMemory = 2_000_000_000
  /// When failures are too many to publish: `failed > 2%`, `failed > 10`; `nil` for never.
  public var failIf: String?
  public var onVanish = VanishRule.remove
  /// The share of known inputs that may be gone, from 0 to 1; if it is more, nothing is published.
  public var vanishLimit = 0.2
  /// Whether a run that finds no inputs at all is in order.
  public var allowEmpty = false
  /// The label of the stage behind which documents are kept; `nil` for none.
  public var keep: String?
  /// How many bytes the copies of documents in quarantine may take up.
  public var quarantineLimit = 1_000_000_000
  public var overlap = OverlapRule.fail
  /// Seconds from the start of the run after which no new work is begun; `nil` for no limit.
  public var deadline: Int?
  /// The file that the figures of the last run are written to, for Prometheus; `nil` for none.
  public var metrics: String?
  /// A command for the shell that is run after a run that did not end with 0; `nil` for none.
  public var notify: String?
  /// How far a run may differ from the last ones; `nil` for as far as it likes.
  public var health: HealthSettings?

  public init() {}

  /// The limit that may stand at a stage too.
  static var timeoutSpecifications: [OptionSpecification] {
    specifications.filter { $0.key == "timeout" }
  }

  public static var fields: [OptionField<RunSettings>] {
    [
      .integer(
        "workers", \.workers, in: 1...1024,
        help: "how many documents are worked on at once; as many as there are processors if open"),
      .path("output", \.output, use: .output, help: "the folder that paths of outputs start from"),
      .path(
        "state", \.state, use: .output,
        help: "the folder of the ledger; .wireroom/NAME beside the pipeline file if open"),
      .byteCount(
        "memory", \.memory, in: 1_000_000...1_000_000_000_000,
        help: "how much may wait between the steps of a run"),
      .integer(
        "retries", \.retries, in: 0...10,
        help: "how often a document is tried again after a failure that may pass"),
      .duration(
        "timeout", \.timeout, in: 1...86_400,
        help: "how long one document may take with all its tries; what takes longer is set aside; "
          + "implies 'isolation: process'; 'timeout' beside a stage limits that one"),
      .choice(
        "isolation", \.isolation,
        help: "process: carry documents in processes of their own, so that a stage that crashes or "
          + "never ends costs one document"),
      .byteCount(
        "isolation_memory", \.isolationMemory, in: 50_000_000...1_000_000_000_000,
        help: "how much memory such a process may use"),
      .choice("on_error", \.onError, help: "what to do after a document has failed"),
      .string(
        "fail_if", \.failIf,
        help: "when failures are too many to publish, such as 'failed > 2%' or 'failed > 10'"),
      .choice(
        "on_vanish", \.onVanish,
        help: "whether the record of an input that is gone leaves the output"),
      .number(
        "vanish_limit", \.vanishLimit, in: 0...1,
        help: "the share of known inputs that may be gone; if it is more, nothing is published"),
      .boolean(
        "allow_empty", \.allowEmpty, help: "whether a run that finds no inputs is in order"),
      .string(
        "keep", \.keep,
        help: "the stage behind which documents are kept, so that a change of a later one starts "
          + "there; 'wireroom plan' tells how much room that takes"),
      .byteCount(
        "quarantine_limit", \.quarantineLimit, in: 0...1_000_000_000_000,
        help: "how much room the copies of documents in quarantine may take; what fails beyond it "
          + "is noted but not copied"),
      .choice(
        "overlap", \.overlap,
        help: "what to do while another run of the pipeline is under way; 'wait' gives up with 75 "
          + "when the 'deadline' comes"),
      .duration(
        "deadline", \.deadline, in: 1...31_536_000,
        help: "this long after its start a run begins no new work; what is done is published"),
      .path(
        "metrics", \.metrics, use: .output,
        help:
          "the file for the last run's figures in the text format of Prometheus; below 'output' if "
          + "relative"),
      .string(
        "notify", \.notify,
        help: "a shell command to run when a run fails; it reads the summary, and finds the exit "
          + "code in $WIREROOM_EXIT_CODE"),
      .object(
        "health", \.health,
        help: "how far a run may differ from the median of up to 20 before it"),
    ]
  }
}
