public import TextKit

/// A step of a pipeline. Conform to one of the protocols of the roles: `SourceStage`,
/// `TransformStage` or `SinkStage`.
///
/// A stage is immutable and shared by all workers. What it changes while it works is scratch space,
/// a value of its own for each worker that is reused from document to document. A stage touches the
/// document that it is given and nothing else; it knows nothing of workers, queues or YAML.
public protocol Stage: Sendable {
  associatedtype Options: StageOptions
  /// What one worker reuses from document to document.
  associatedtype Scratch

  static var descriptor: StageDescriptor { get }

  /// The descriptor of a stage with these options, for stages whose layers depend on them. The name
  /// and the role are those of `descriptor`, which is what this is by default.
  static func descriptor(for options: Options) -> StageDescriptor

  /// What the results depend on beside the options and the version, such as the version of a program
  /// that does the work; `null`, the default, if there is nothing else. Documents that were made with
  /// another value are made anew.
  var identity: Value { get }

  /// Makes the stage. Opens and checks what it needs; inputs are not touched.
  ///
  /// - Throws: `OptionProblem` for options that do not go together or name something unusable.
  init(options: Options, context: StageContext) throws(OptionProblem)

  func makeScratch() -> Scratch
}

extension Stage {
  /// The same descriptor for all options.
  public static func descriptor(for options: Options) -> StageDescriptor { descriptor }

  /// The descriptor of a stage with the options of a pipeline file; that of all stages of this kind
  /// where the options cannot be used.
  public static func descriptor(decoding options: Value) -> StageDescriptor {
    guard let options = try? Options(decoding: options) else { return descriptor }
    return descriptor(for: options)
  }

  /// Nothing else.
  public var identity: Value { .null }
}

extension Stage where Scratch == Void {
  /// A stage that reuses nothing has nothing to make.
  public func makeScratch() {}
}

/// What a stage is told of the pipeline that it is made for.
public struct StageContext: Sendable {
  /// The label of the stage in the pipeline: its name, unless the pipeline file gives another.
  public var label: String
  /// The absolute folder that relative paths of inputs and resources start from.
  public var baseDirectory: String
  /// The absolute folder that relative paths of outputs start from.
  public var outputDirectory: String
  /// The inputs that were named on the command line in place of those of the pipeline file.
  public var inputs: [String]?
  /// The absolute paths of the files and folders that the pipeline writes itself. A source leaves them
  /// out: what one run has written is no input of the next. Only a source is told.
  public var ownPaths: [String] = []

  /// Describes a pipeline to a stage.
  public init(
    label: String, baseDirectory: String, outputDirectory: String, inputs: [String]? = nil
  ) {
    self.label = label
    self.baseDirectory = baseDirectory
    self.outputDirectory = outputDirectory
    self.inputs = inputs
  }

  /// The absolute form of a path of an input or a resource.
  public func resolve(_ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : baseDirectory + "/" + path
  }

  /// The absolute form of a path of an output; `-`, which is standard output, stays as it is.
  public func resolveOutput(_ path: String) -> String {
    path == "-" || path.utf8.first == UInt8(ascii: "/") ? path : outputDirectory + "/" + path
  }
}

/// Why a stage could not handle a document. The document is set aside with this; the run goes on.
public struct StageFailure: Error, Sendable, Equatable {
  /// A short stable word for counting, in `snake_case`: `not_utf8`, `too_large`.
  public var reason: String
  /// What is wrong and, where it helps, what to do: lower case, without a full stop.
  public var message: String
  /// The byte of the raw input at which it was found, where that is known.
  public var offset: Int?
  /// Whether another try may succeed, as after an error of input or output.
  public var isTransient: Bool

  /// Makes a failure.
  public init(reason: String, message: String, offset: Int? = nil, isTransient: Bool = false) {
    self.reason = reason
    self.message = message
    self.offset = offset
    self.isTransient = isTransient
  }
}

/// What a transform says of a document.
public enum Verdict: Sendable, Equatable {
  case keep
  /// The document does not belong in the output; the reason is counted. A short stable word in
  /// `snake_case`.
  case drop(reason: String)
}

/// A stage that changes one document.
public protocol TransformStage: Stage {
  func process(_ document: inout Document, _ scratch: inout Scratch) throws(StageFailure) -> Verdict
}

/// A transform that takes several documents at once, because handing one over costs more than the
/// work, or because the work is faster on many. The documents have nothing to do with each other, and
/// what becomes of one may not depend on which others are there.
public protocol BatchTransformStage: TransformStage {
  /// How many documents it takes at a time, at most.
  var batchSize: Int { get }

  /// Changes the documents.
  ///
  /// - Returns: a verdict or failure for each document, in their order.
  func process(
    _ documents: inout [Document], _ scratch: inout Scratch
  ) -> [Result<Verdict, StageFailure>]
}

extension BatchTransformStage {
  /// Changes one document as a batch of one.
  public func process(
    _ document: inout Document, _ scratch: inout Scratch
  ) throws(StageFailure) -> Verdict {
    var documents = [document]
    let results = process(&documents, &scratch)
    guard documents.count == 1, results.count == 1 else {
      throw StageFailure(
        reason: "mixed_batch",
        message: "the stage gave back \(documents.count) documents and "
          + "\(results.count) results for one document")
    }
    document = documents[0]
    return try results[0].get()
  }
}

/// A stage that finds the inputs and loads them.
public protocol SourceStage: Stage {
  /// The absolute paths that inputs are taken from, in order, by which a run over other inputs than
  /// the ones before is told from one whose inputs have vanished.
  var rootPaths: [String] { get }

  /// Finds the inputs and hands each over, in the order of their keys. Runs on a thread of its own
  /// while workers load what was handed over before.
  ///
  /// - Parameter deliver: takes one input or problem; `false` means that no more are wanted.
  /// - Throws: why listing could not go on at all, such as a root that cannot be read. A problem of
  ///   one input is delivered instead.
  func list(_ deliver: (ListedInput) -> Bool) throws(StageFailure)

  /// The same for a run that may be stopped while the source waits for something that does not come, as
  /// standard input may not: a source that waits asks `isWanted` about ten times a second, and comes to
  /// its end once that is `false`. By default it is not asked.
  func list(
    while isWanted: () -> Bool, _ deliver: (ListedInput) -> Bool
  ) throws(StageFailure)

  /// Loads one input as a document whose text is decoded and whose raw bytes are described.
  func load(_ input: InputItem, _ scratch: inout Scratch) throws(StageFailure) -> Document

  /// The absolute path of the file that an input is, or is a part of, as the file system holds it;
  /// `nil` where there is none. From there a copy is made of what no stage can handle.
  func filePath(of key: InputKey) -> [UInt8]?
}

extension SourceStage {
  /// A source that does not wait need not ask.
  public func list(
    while isWanted: () -> Bool, _ deliver: (ListedInput) -> Bool
  ) throws(StageFailure) {
    try list(deliver)
  }

  /// A source that does not read files has none to name.
  public func filePath(of key: InputKey) -> [UInt8]? { nil }
}

/// What a source hands over while it lists.
public enum ListedInput: Sendable {
  case item(InputItem)
  /// An input that is known to be there but cannot be had.
  case failure(InputKey, StageFailure)
}

/// One document that is to be loaded.
public struct InputItem: Sendable {
  /// Which input it is.
  public var key: InputKey
  /// What the file system said of the file that holds it, to tell later whether it has changed.
  public var stamp: FileStamp
  /// The bytes of a record that was split from a larger file, or of standard input; `nil` where
  /// loading reads the file.
  public var payload: [UInt8]?
  /// Whatever the source needs to remember between listing and loading, such as a format.
  public var tag: Int
  /// Whether a stage asks for `Document.rawOffsets`, so that the source has to set them.
  public var needsRawOffsets = false

  /// Makes an item.
  public init(key: InputKey, stamp: FileStamp = FileStamp(), payload: [UInt8]? = nil, tag: Int = 0)
  {
    self.key = key
    self.stamp = stamp
    self.payload = payload
    self.tag = tag
  }
}

/// Size, times and number of a file, which change when its content does.
public struct FileStamp: Sendable, Equatable {
  /// In bytes, as stored.
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int
  /// Nanoseconds since 1970 of the last change of content or attributes.
  public var changed: Int
  /// The number of the file in its file system.
  public var inode: UInt64

  /// Makes a stamp.
  public init(size: Int = 0, modified: Int = 0, changed: Int = 0, inode: UInt64 = 0) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }
}

/// A stage that encodes documents for an output that it owns. Where the bytes go, and that they go
/// there in order and at once, is the runner's work.
public protocol SinkStage: Stage {
  var output: OutputLayout { get }

  /// Whether the stage writes `Document.rawOffsets`, which otherwise nobody keeps.
  var needsRawOffsets: Bool { get }

  /// Appends the encoded document to `buffer`.
  func encode(
    _ document: Document, _ scratch: inout Scratch, into buffer: inout [UInt8]
  ) throws(StageFailure)
}

extension SinkStage {
  /// Few need them.
  public var needsRawOffsets: Bool { false }
}

/// How a sink's encoded documents make up its output.
public enum OutputLayout: Sendable, Equatable {
  /// All in one file, one after another.
  case file(path: String)
  /// Each in a file of its own, at `InputKey.outputPath(ending:)` in the folder.
  case folder(path: String, ending: String)

  /// The absolute path of the file or folder.
  public var path: String {
    switch self {
    case .file(let path), .folder(let path, _): path
    }
  }
}
