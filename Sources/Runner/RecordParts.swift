/// Which of the records that a chain has made of a document belongs to which output.
///
/// Documents may have been made by an earlier chain, with other sinks: those whose inputs are gone, but
/// are kept, and those in folders that cannot be read at the moment.
struct RecordParts {
  private let identity: ChainIdentity
  private let sinkCount: Int
  /// The chains by their numbers.
  private var chains: [Int: ChainIdentity] = [:]
  /// By the number of the chain, and how many records it has made of a document: the index of the record
  /// for each output.
  private var known: [Int: [Int?]] = [:]

  /// - Parameters:
  ///   - identity: the chain at hand.
  ///   - sinkCount: how many of its last stages are sinks.
  init(_ identity: ChainIdentity, sinkCount: Int) {
    self.identity = identity
    self.sinkCount = sinkCount
  }

  /// Takes over what the ledger knows of chains.
  mutating func learn(_ descriptions: [Int: String]) {
    chains = descriptions.compactMapValues(ChainIdentity.init(description:))
  }

  /// The index of the record for each output; `nil` for one that the chain did not write.
  ///
  /// - Parameter recordCount: how many sinks the chain had.
  mutating func of(_ chain: Int, recordCount: Int) -> [Int?] {
    if let parts = known[chain] { return parts }
    let parts = match(chains[chain]?.stages.suffix(recordCount) ?? [])
    known[chain] = parts
    return parts
  }

  /// A record belongs to the sink that would write the same; failing that, to the one of the same label,
  /// unless another one has it already.
  private func match(_ oldSinks: ArraySlice<StageIdentity>) -> [Int?] {
    let sinks = identity.stages.suffix(sinkCount)
    let oldSinks = Array(oldSinks)
    var parts = sinks.map { sink in
      oldSinks.firstIndex { $0.label == sink.label && $0.writesLike(sink) }
        ?? oldSinks.firstIndex { $0.writesLike(sink) }
    }
    for (index, sink) in zip(parts.indices, sinks) where parts[index] == nil {
      parts[index] = oldSinks.indices.first {
        oldSinks[$0].label == sink.label && oldSinks[$0].name == sink.name && !parts.contains($0)
      }
    }
    return parts
  }
}

extension StageIdentity {
  /// Whether the records of two sinks are made in the same way.
  fileprivate func writesLike(_ other: StageIdentity) -> Bool {
    name == other.name && condition == other.condition
      && ChainComparison.differences(options, other.options, below: "").isEmpty
  }
}
