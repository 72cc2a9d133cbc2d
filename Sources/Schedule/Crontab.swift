/// The crontab of a user as bytes, which need not be valid text. All bytes that are not part of an
/// entry of this program stay as they are.
///
/// An entry stands between two marks that name the pipeline:
/// ```
/// # wireroom begin news /home/ann/news.yaml
/// 15 3 * * * /usr/local/bin/wireroom run --quiet /home/ann/news.yaml >>/home/ann/cron.log 2>&1
/// # wireroom end news /home/ann/news.yaml
/// ```
/// The path alone identifies it.
public struct Crontab: Sendable, Equatable {
  public private(set) var bytes: [UInt8]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Puts in the entry of a run: in the place of the one that its pipeline has, or at the end.
  ///
  /// - Throws: if the line would be too long for cron, or the marks in the crontab do not pair.
  public mutating func install(_ run: ScheduledRun) throws(ScheduleError) {
    let entry = Array(try Self.entry(for: run).utf8)
    let old = try entries(of: run.pipeline)
    if let first = old.first {
      for range in old.dropFirst().reversed() { bytes.removeSubrange(range) }
      bytes.replaceSubrange(first, with: entry)
    } else {
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      bytes += entry
    }
  }

  /// Takes out the entry of a pipeline.
  ///
  /// - Returns: whether there was one.
  /// - Throws: if the marks in the crontab do not pair.
  public mutating func remove(pipeline: String) throws(ScheduleError) -> Bool {
    let ranges = try entries(of: pipeline)
    for range in ranges.reversed() { bytes.removeSubrange(range) }
    return !ranges.isEmpty
  }

  /// The entry of a pipeline as it stands in the crontab.
  ///
  /// - Throws: if the marks in the crontab do not pair.
  public func entry(of pipeline: String) throws(ScheduleError) -> String? {
    try entries(of: pipeline).first.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The lines that are put in for a run.
  ///
  /// - Throws: if the command would be too long for cron.
  public static func entry(for run: ScheduledRun) throws(ScheduleError) -> String {
    let subject = "\(run.name) \(run.pipeline)"
    return "\(begin)\(subject)\n\(try run.crontabLine())\n\(end)\(subject)\n"
  }

  // MARK: Marks

  private static let begin = "# wireroom begin "
  private static let end = "# wireroom end "

  /// Where the entries of a pipeline stand, with their marks and the line feed behind them.
  private func entries(of pipeline: String) throws(ScheduleError) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: (start: Int, line: Int, subject: ArraySlice<UInt8>)?
    var start = 0
    var number = 0
    while start < bytes.count {
      let lineFeed = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let next = lineFeed.map { $0 + 1 } ?? bytes.count
      var line = bytes[start..<(lineFeed ?? bytes.count)]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      number += 1
      if let subject = Self.subject(of: line, behind: Self.begin) {
        if let open { throw .markerWithoutEnd(line: open.line) }
        open = (start, number, subject)
      } else if let subject = Self.subject(of: line, behind: Self.end) {
        guard let begun = open else { throw .markerWithoutBegin(line: number) }
        guard begun.subject == subject else { throw .markerWithoutEnd(line: begun.line) }
        if Self.path(in: subject).elementsEqual(pipeline.utf8) { result.append(begun.start..<next) }
        open = nil
      }
      start = next
    }
    if let open { throw .markerWithoutEnd(line: open.line) }
    return result
  }

  private static func subject(of line: ArraySlice<UInt8>, behind mark: String) -> ArraySlice<UInt8>?
  {
    line.starts(with: mark.utf8) ? line.dropFirst(mark.utf8.count) : nil
  }

  /// The path starts with the first slash: the name of a pipeline holds none.
  private static func path(in subject: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    subject.drop { $0 != UInt8(ascii: "/") }
  }
}
