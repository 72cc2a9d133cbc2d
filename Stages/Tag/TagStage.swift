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

  private let gazetteer: UserGazetteer
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
    var place = SentencePlace()
    var values = ValueReader(
      lexicon: .shared, published: document.metadata.published.flatMap(CalendarDate.init(iso:)))
    var boundaries = TokenBoundaries(document.tokens ?? [])
    while place.sentence < document.sentences?.count ?? 0 {
      scratch.reading.read(document, from: &place, gazetteer: gazetteer)
      scratch.names.removeAll(keepingCapacity: true)
      scratch.tagger.find(scratch.reading, document, into: &scratch.names)
      typing.append(scratch.names, scratch.reading, to: &scratch.candidates)
      scratch.reading.finish(&scratch.candidates)
      show(scratch.reading, document, &values, &boundaries, &entities)
    }
    return entities
  }

  /// Appends the accepted candidates that are to be shown, on the boundaries of tokens.
  private func show(
    _ reading: NameReading, _ document: Document, _ values: inout ValueReader,
    _ boundaries: inout TokenBoundaries, _ entities: inout [Entity]
  ) {
    let text = document.text.utf8.span
    let pieces = reading.pieces
    for candidate in reading.resolution.accepted {
      guard let type = types.shown[Int(candidate.type)] else { continue }
      let pieceRange = candidate.pieceRange
      var range = ByteRange(pieces, pieceRange)
      let fitted = boundaries.fit(range, text)
      if let fitted { range = fitted } else if !type.spansTokens { continue }
      var entity = Entity(range, type: type)
      switch candidate.recogniser {
      case .gazetteer: entity.link = gazetteer.link(Int(candidate.entry))
      case .patterns: entity.value = values.value(of: type, pieces, pieceRange, text)
      case .names:
        // For names of the lists alone nothing vouches.
        let confidence = candidate.probability.map(model.calibration.confidence)
        if confidence ?? 0 < minimumConfidence { continue }
        entity.confidence = confidence
        if let title = candidate.titleRange {
          entity.titles = [text.string(ByteRange(pieces, title))]
        }
      }
      entities.append(entity)
    }
  }
}
