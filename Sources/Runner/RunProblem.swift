public import Ledger
public import StageKit

/// Why a run as a whole stopped without publishing. What goes wrong with one document is no problem
/// of the run.
public enum RunProblem: Error, Sendable, Equatable {
  /// Another run of the pipeline is under way; the path is that of its lock.
  case locked(path: String)
  /// The source could not list its inputs.
  case unlistable(StageFailure)
  /// There was nothing to do because there are no inputs.
  case noInputs
  /// The state belongs to runs over other inputs.
  case otherInputs(state: String, known: String)
  /// More of the inputs are gone than `vanish_limit` allows.
  case vanished(count: Int, known: Int)
  /// The state folder or the output could not be read or written.
  case system(SystemError)
  /// The ledger could not be opened or written.
  case ledger(message: String, kind: LedgerError.Kind)
  /// No process can be had that carries documents on its own.
  case isolation(message: String)
  /// The ledger was damaged, and has another name now.
  case damagedLedger(message: String, setAside: String)
  /// The output folder holds a file that this pipeline did not put there.
  case foreignFile(folder: String, file: String)
  /// What the last run published lies among the inputs.
  case outputIsInput(path: String)
  /// Where the output should go stands something else.
  case outputOccupied(path: String)
  /// Another process is writing what is to be put at this path.
  case outputBusy(path: String)
  /// What an earlier run was about to put in place still cannot be put there.
  case unfinishedSwitch(SystemError)
  /// What was read back from the spool is not what was written.
  case damagedSpool(path: String, offset: Int)
  /// The numbers of documents do not add up.
  case unbalanced(listed: Int, accounted: Int)
  /// More documents failed than `fail_if` allows.
  case tooManyFailed(failed: Int, of: Int)
  /// The output differs from that of the last runs by more than `health` allows.
  case unhealthy([HealthDeviation])
  /// A document failed, and `on_error` is `stop`.
  case stoppedByFailure(document: String)
  /// A signal asked the run to stop.
  case interrupted(signal: Int32)

  /// The code that the program exits with.
  public var exitCode: ExitCode {
    switch self {
    case .locked, .outputBusy: .locked
    case .unlistable, .noInputs, .vanished: .noInput
    case .system, .unfinishedSwitch, .ledger, .isolation, .damagedLedger, .damagedSpool,
      .unbalanced:
      .systemFailure
    case .foreignFile, .outputOccupied, .outputIsInput, .otherInputs: .usage
    case .tooManyFailed, .unhealthy, .stoppedByFailure: .notPublished
    case .interrupted(let signal): signal == 15 ? .terminated : .interrupted
    }
  }

  /// What to tell the user: lower case, without a full stop.
  public var message: String {
    switch self {
    case .locked(let path):
      "another run of this pipeline is under way (it holds '\(path)'); wait for it to end"
    case .unlistable(let failure):
      "\(failure.message); nothing was published. Is it mounted, and may this user read it? Where the "
        + "pipeline file names it, 'wireroom check' tells"
    case .noInputs:
      "no inputs found; check the 'paths', 'include' and 'exclude' of the source stage"
    case .otherInputs(let state, let known):
      "the state in '\(state)' belongs to other inputs ("
        + known.split(separator: "\n").map { "'\($0)'" }.joined(separator: ", ")
        + "); name another folder with '--state DIR', or let these take their place with "
        + "'--replace-inputs'"
    case .vanished(let count, let known):
      "\(count) of \(known) inputs are gone, more than 'run.vanish_limit' allows, which looks like a "
        + "failed mount; nothing was published. If they are gone for good, raise the limit once: "
        + "--set run.vanish_limit=1"
    case .system(let error):
      "cannot \(error.operation) '\(error.path)': \(error.explanation)" + Self.advice(error.code)
    case .ledger(let message, .damage):
      "the ledger is damaged: \(message); the next run sets it aside, and the one after that does "
        + "everything anew"
    case .ledger(let message, let kind):
      "the ledger cannot be used: \(message)"
        + (kind == .system ? "; check space and permissions of its folder" : "")
    case .isolation(let message):
      "documents cannot be carried in processes of their own: \(message); nothing was published, and "
        + "the next run goes on from here"
    case .damagedLedger(let message, let path):
      "the ledger is damaged: \(message). It was set aside as '\(path)', and nothing was published; the "
        + "next run begins a new one and does everything anew. Check the disk; 'sqlite3' with "
        + "'.recover' gets out of the old one what can still be read"
    case .foreignFile(let folder, let file):
      "the output folder '\(folder)' holds '\(file)', which no run of this pipeline put there; "
        + "move it away or name another folder"
    case .outputOccupied(let path):
      "the output cannot be put at '\(path)', because something else stands there; "
        + "move it away or name another path"
    case .outputIsInput(let path):
      "the output '\(path)' lies among the inputs, where it would be read as an article; name another "
        + "place for it, or leave it out by 'exclude'"
    case .outputBusy(let path):
      "another run is writing the output '\(path)' at this moment; nothing was published. Give each "
        + "pipeline an output of its own"
    case .unfinishedSwitch(let error):
      "cannot \(error.operation) '\(error.path)': \(error.explanation); an earlier run could not put "
        + "its output there either, and that comes first. Look what stands there, or name another place "
        + "for the output"
    case .damagedSpool(let path, let offset):
      "'\(path)' is damaged at byte \(offset), so nothing was published; its documents will be done "
        + "again by the next run. Check the disk if it happens twice"
    case .unbalanced(let listed, let accounted):
      "\(listed) documents were listed, but \(accounted) are accounted for; nothing was published; "
        + "please report this as a bug"
    case .tooManyFailed(let failed, let worked):
      "\(failed) of \(worked) documents have failed, more than 'run.fail_if' allows; nothing was published"
    case .unhealthy(let deviations):
      "this run differs from the last ones by more than 'run.health' allows: "
        + deviations.map(\.description).joined(separator: "; ")
        + "; nothing was published. Look at the inputs; if they are right, run once with "
        + "'--accept-health', which makes this the new measure"
    case .stoppedByFailure(let document):
      "stopped because '\(document)' failed and 'run.on_error' is stop; nothing was published"
    case .interrupted(let signal):
      "interrupted by \(signal == 15 ? "SIGTERM" : "SIGINT"); nothing was published, and the next run "
        + "goes on from here"
    }
  }

  private static func advice(_ code: Int32) -> String {
    switch code {
    case 28: "; free some space and run again"
    case 13, 30: "; check its permissions, or name another place with 'run: {output: …, state: …}'"
    default: ""
    }
  }
}

/// What the program exits with. The same stands in the ledger and in the last line.
public enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  case someFailed = 1
  case usage = 2
  case notPublished = 3
  case noInput = 4
  case deadline = 5
  case systemFailure = 74
  case locked = 75
  case interrupted = 130
  case terminated = 143

  /// What it means and what to do, for `wireroom help exit-codes`.
  public var explanation: String {
    switch self {
    case .done:
      "done: every document that was worked on was written, or dropped by a stage with a reason; what "
        + "failed in an earlier run and has not changed since is not tried again"
    case .someFailed:
      "some documents could not be handled; the rest was published. The messages name each with "
        + "stage, reason and place: repair or exclude them and run again"
    case .usage:
      "the command line, the pipeline file or the output's place is wrong; nothing was run. Mend "
        + "what the message points at"
    case .notPublished:
      "too many documents failed ('fail_if'), or one did where 'on_error' is stop, or the run differs "
        + "too much from the last ones ('health'); nothing was published, and the last output still "
        + "stands. Look at the causes that the messages name"
    case .deadline:
      "the deadline came before the end; what was done is published, and the next run goes on. If it "
        + "never catches up, raise 'run.deadline' or the number of workers"
    case .noInput:
      "an input root is missing or cannot be read, too many inputs are gone, or there are none at all; "
        + "nothing was published, and the last output still stands. Look whether it is mounted and "
        + "readable; where no inputs are in order, say 'run: {allow_empty: true}'"
    case .systemFailure:
      "the state folder or the output could not be read or written (a full disk, permissions, a ledger "
        + "that is damaged or of a newer version); nothing was published, and the last output still "
        + "stands. Do what the message says and run again; 'wireroom doctor' looks at all of it"
    case .locked:
      "another run of the same pipeline is under way; nothing was done. The next run catches up "
        + "('overlap: skip' makes this 0, 'overlap: wait' waits, with a 'deadline' no longer than that)"
    case .interrupted:
      "stopped by SIGINT (control-C); nothing was published, and the next run goes on from there"
    case .terminated:
      "stopped by SIGTERM; nothing was published, and the next run goes on from there"
    }
  }
}
