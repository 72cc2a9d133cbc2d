#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A time zone: what its clocks show at any moment.
public struct Zone: Sendable {
  /// How clocks differ from UTC.
  public struct Offset: Sendable, Equatable {
    /// Positive east of Greenwich.
    public let seconds: Int
    /// Such as `CEST`.
    public let abbreviation: String

    public init(seconds: Int, abbreviation: String) {
      self.seconds = seconds
      self.abbreviation = abbreviation
    }
  }

  private let lookUp: @Sendable (Int) -> Offset

  /// - Parameter lookUp: the offset at a moment in seconds since 1970.
  public init(_ lookUp: @escaping @Sendable (Int) -> Offset) {
    self.lookUp = lookUp
  }

  /// The zone that the environment variable `TZ` names, or else that of the machine.
  public static var system: Zone {
    tzset()
    return Zone { instant in
      var seconds = time_t(instant)
      var time = tm()
      guard localtime_r(&seconds, &time) != nil, let name = time.tm_zone else {
        return Offset(seconds: 0, abbreviation: "UTC")
      }
      return Offset(seconds: Int(time.tm_gmtoff), abbreviation: String(cString: name))
    }
  }

  /// The offset at a moment in seconds since 1970.
  public func offset(at instant: Int) -> Offset { lookUp(instant) }

  /// The first second after `start` at which the clocks have been changed, or `limit` if they have
  /// not before then. No zone changes its clocks twice within a day.
  func firstChange(after start: Int, before limit: Int) -> Int {
    let seconds = offset(at: start).seconds
    if offset(at: limit).seconds == seconds { return limit }
    var unchanged = start
    var changed = limit
    while changed - unchanged > 1 {
      let middle = unchanged + (changed - unchanged) / 2
      if offset(at: middle).seconds == seconds { unchanged = middle } else { changed = middle }
    }
    return changed
  }
}
