public import StageKit
import TextKit

/// Finds names, dates, amounts and addresses in the sentences of a document.
public struct TagStage: TransformStage {
  public typealias Options = TagOptions

  /// What one worker reuses from document to document.
  public struct Scratch {
    var reading = NameReading()
    var tagger: NameTagger
    var names: [NameTagger.Name] = []
    var candidates: [Candidate] = []
    var enricher = EntityEnricher()
  }

  private static let maximumModelBytes = 1 << 28
  private static let maximumGazetteerBytes = 1 << 30

  let gazetteer: UserGazetteer
  private let types: TypeTable
  let model: NameModel
  private let typing: NameTyping
  private let minimumConfidence: Double

  public init(options: TagOptions, context: StageContext) throws(OptionProblem) {
    model = try Self.model(options, context)
    minimumConfidence = options.minimumConfidence
    var gazetteer = UserGazetteer()
    for (index, path) in options.gazetteers.enumerated() {
      let bytes: [UInt8]
      do throws(FileProblem) {
        bytes = try readFile(context.resolve(path), limit: Self.maximumGazetteerBytes)
      } catch {
        throw OptionProblem("gazetteers", index, "'\(path)' cannot be read: \(error.message)")
      }
      do throws(UserGazetteer.Problem) {
        try gazetteer.add(bytes)
      } catch {
        throw OptionProblem(
          "gazetteers", index, "line \(error.line) of '\(path)': \(error.message)")
      }
    }
    self.gazetteer = gazetteer
    var userTypes = gazetteer.types
    for name in model.labels.types {
      let type = EntityType(rawValue: name)
      if name != "PER" && !userTypes.contains(type) && !TypeTable.ownTypes.contains(type) {
        userTypes.append(type)
      }
    }
    let types = try TypeTable(options.scheme, keeping: options.types, userTypes: userTypes)
    self.types = types
    typing = NameTyping(model.labels.types) { types.number(of: $0) }
  }

  private static func model(
    _ options: TagOptions, _ context: StageContext
  ) throws(OptionProblem) -> NameModel {
    guard let path = options.model else { return .builtIn }
    do throws(FileProblem) {
      let bytes = try readFile(context.resolve(path), limit: maximumModelBytes)
      do throws(NameModel.Problem) {
        return try NameModel(ModelMemory(bytes))
      } catch {
        throw FileProblem(message: error.message)
      }
    } catch {
      throw OptionProblem("model", "'\(path)' cannot be used: \(error.message)")
    }
  }

  public func makeScratch() -> Scratch { Scratch(tagger: NameTagger(model)) }

  public func process(
    _ document: inout Document, _ scratch: inout Scratch
  ) throws(StageFailure) -> Verdict {
    var entities = entities(of: document, &scratch)
    document.groups = scratch.enricher.enrich(&entities, document.text.utf8.span)
    document.entities = entities
    return .keep
  }

  private func entities(of document: Document, _ scratch: inout Scratch) -> [Entity] {
    var entities: [Entity] = []
    let text = document.text.utf8.span
    forEachReading(of: document, &scratch) { reading, _, display in
      // By itself, since a reading is much to keep alive for each candidate.
      let pieces = reading.pieces
      entities.reserveCapacity(entities.count + reading.resolution.accepted.count)
      for candidate in reading.resolution.accepted {
        guard let entity = display.entity(of: candidate, pieces, text),
          candidate.recogniser != .names || entity.confidence ?? 0 >= minimumConfidence
        else { continue }
        entities.append(entity)
      }
    }
    return entities
  }

  /// Reads a document part by part, and hands over each with the model's names and with what makes
  /// entities of the candidates that were accepted.
  func forEachReading(
    of document: Document, _ scratch: inout Scratch,
    _ body: (NameReading, [NameTagger.Name], inout EntityDisplay) -> Void
  ) {
    var place = SentencePlace()
    var display = EntityDisplay(
      types: types, gazetteer: gazetteer, calibration: model.calibration, document)
    while place.sentence < document.sentences?.count ?? 0 {
      scratch.reading.read(document, from: &place, gazetteer: gazetteer)
      scratch.names.removeAll(keepingCapacity: true)
      scratch.tagger.find(scratch.reading, document, into: &scratch.names)
      typing.append(scratch.names, scratch.reading, to: &scratch.candidates)
      scratch.reading.finish(&scratch.candidates)
      body(scratch.reading, scratch.names, &display)
    }
  }
}

/// Makes entities of the accepted candidates of one document, on the boundaries of tokens; to be given
/// them in the order of the text.
struct EntityDisplay {
  private let types: TypeTable
  private let gazetteer: UserGazetteer
  private let calibration: Calibration
  private var values: ValueReader
  private var boundaries: TokenBoundaries

  init(
    types: TypeTable, gazetteer: UserGazetteer, calibration: Calibration, _ document: Document
  ) {
    self.types = types
    self.gazetteer = gazetteer
    self.calibration = calibration
    values = ValueReader(
      lexicon: .shared, published: document.metadata.published.flatMap(CalendarDate.init(iso:)))
    boundaries = TokenBoundaries(document.tokens ?? [])
  }

  /// - Returns: `nil` if the type is not to be shown, or if tokens are cut otherwise.
  mutating func entity(
    of candidate: Candidate, _ pieces: [Piece], _ text: Span<UInt8>
  ) -> Entity? {
    guard let type = types.shown[Int(candidate.type)] else { return nil }
    let pieceRange = candidate.pieceRange
    var range = ByteRange(pieces, pieceRange)
    let fitted = boundaries.fit(range, text)
    if let fitted { range = fitted } else if !type.spansTokens { return nil }
    switch candidate.recogniser {
    case .gazetteer:
      return Entity(range, type: type, link: gazetteer.link(Int(candidate.entry)))
    case .patterns:
      return Entity(range, type: type, value: values.value(of: type, pieces, pieceRange, text))
    case .names:
      return Entity(
        range, type: type,
        // For names of the lists alone nothing vouches.
        confidence: candidate.probability.map(calibration.confidence),
        titles: candidate.titleRange.map { [text.string(ByteRange(pieces, $0))] } ?? [])
    }
  }
}
