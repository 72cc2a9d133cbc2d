public import StageKit
import TextKit

/// Finds names, dates, amounts and addresses in the sentences of a document.
public struct TagStage: TransformStage {
  public typealias Options = TagOptions

  /// What one worker reuses from document to document.
  public struct Scratch {
    var pieces: [Piece] = []
    var candidates: [Candidate] = []
    var resolution = OverlapResolution()
    var names = NameFinder()
    var enricher = EntityEnricher()
  }

  private static let maximumGazetteerBytes = 1 << 30

  private let gazetteer: UserGazetteer
  private let types: TypeTable

  public init(options: TagOptions, context: StageContext) throws(OptionProblem) {
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
    types = try TypeTable(
      options.scheme, keeping: options.types, userTypes: gazetteer.types)
  }

  public func makeScratch() -> Scratch { Scratch() }

  public func process(
    _ document: inout Document, _ scratch: inout Scratch
  ) throws(StageFailure) -> Verdict {
    var entities = entities(of: document, &scratch)
    document.groups = scratch.enricher.enrich(&entities, document.text.utf8.span)
    document.entities = entities
    return .keep
  }

  private func entities(of document: Document, _ scratch: inout Scratch) -> [Entity] {
    let text = document.text.utf8.span
    let lexicon = Lexicon.shared
    let scanner = PieceScanner(lexicon: lexicon)
    scratch.pieces.removeAll(keepingCapacity: true)
    for sentence in document.sentences ?? [] {
      scanner.scan(text, sentence.range, into: &scratch.pieces)
    }
    scratch.resolution.begin(pieceCount: scratch.pieces.count)
    gazetteer.find(scratch.pieces, text, into: &scratch.candidates)
    scratch.resolution.accept(&scratch.candidates, scratch.pieces)
    PatternFinder.shared.find(scratch.pieces, text, into: &scratch.candidates)
    scratch.resolution.accept(&scratch.candidates, scratch.pieces)
    let names = NameText(
      pieces: scratch.pieces, lexicon: lexicon, isTaken: scratch.resolution.isTaken)
    scratch.names.find(names, text, into: &scratch.candidates)
    scratch.resolution.accept(&scratch.candidates, scratch.pieces)
    scratch.names.findRemembered(names, into: &scratch.candidates)
    scratch.resolution.accept(&scratch.candidates, scratch.pieces)
    scratch.resolution.finish()
    return shown(scratch.resolution.accepted, scratch.pieces, document)
  }

  /// The accepted candidates that are to be shown, on the boundaries of tokens.
  private func shown(
    _ candidates: [Candidate], _ pieces: [Piece], _ document: Document
  ) -> [Entity] {
    let text = document.text.utf8.span
    var values = ValueReader(
      lexicon: .shared, published: document.metadata.published.flatMap(CalendarDate.init(iso:)))
    var boundaries = TokenBoundaries(document.tokens ?? [])
    var entities: [Entity] = []
    entities.reserveCapacity(candidates.count)
    for candidate in candidates {
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
        if let title = candidate.titleRange {
          entity.titles = [text.string(ByteRange(pieces, title))]
        }
      }
      entities.append(entity)
    }
    return entities
  }
}
