public import StageKit
import TextKit

/// The options of the stage `exec`.
public struct ExecOptions: StageOptions {
  /// What becomes of what a program writes to its standard error.
  public enum Messages: String, Sendable, CaseIterable {
    case failures
    case all
  }

  public var command: [String] = []
  public var reads: [String] = []
  public var writes: [String] = [Layer.extra.rawValue]
  public var settings: [String: String] = [:]
  public var processes = 2
  public var batch = 16
  public var timeoutSeconds: Int? = 60
  public var startTimeoutSeconds: Int? = 60
  public var messages = Messages.failures

  public init() {}

  /// The layers that a program can be sent beside the text and the metadata, which it always is.
  static let readable: [Layer] = [
    .paragraphs, .sentences, .tokens, .entities, .groups, .summary, .extra,
  ]

  public static var fields: [OptionField<ExecOptions>] {
    [
      .strings(
        "command", \.command, required: true,
        help: "the program and its arguments; a program without a slash is looked up in PATH, "
          + "relative paths start from the folder of the pipeline file, where it is started"),
      .strings(
        "reads", \.reads, of: .choice(readable.map(\.rawValue)),
        help: "the layers that the program needs; text and metadata it always gets"),
      .strings(
        "writes", \.writes, of: .choice(([.text, .metadata] + readable).map(\.rawValue)),
        help: "the layers that the program may set"),
      .stringMap("options", \.settings, help: "what the program is told when it starts"),
      .integer(
        "processes", \.processes, in: 1...256,
        help: "how many programs run side by side; more than there are workers are of no use"
      ).withoutEffectOnDocuments(),
      .integer(
        "batch", \.batch, in: 1...1024,
        help: "how many documents a program is sent at a time, at most"
      ).withoutEffectOnDocuments(),
      .duration(
        "timeout", \.timeoutSeconds, in: 1...86_400,
        help: "a program that gives no answer for so long is ended"
      ).withoutEffectOnDocuments(),
      .duration(
        "start_timeout", \.startTimeoutSeconds, in: 1...86_400,
        help: "a program that is not ready after so long is ended"
      ).withoutEffectOnDocuments(),
      .choice(
        "messages", \.messages,
        help: "what a program says on standard error is told of failures only, or always, with the "
          + "document"
      ).withoutEffectOnDocuments(),
    ]
  }
}
