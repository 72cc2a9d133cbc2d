#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the machine must have right for runs by the clock, whatever the pipeline is.
public enum SystemChecks {
  /// All of them.
  ///
  /// - Parameter environment: the value of an environment variable, or `nil` if it is not set.
  public static func findings(environment: (String) -> String?) -> [Finding] {
    [program(programPath()), locale(), timeZone(environment("TZ"))]
  }

  // MARK: Program

  static func program(_ path: String?) -> Finding {
    guard let path, path.hasPrefix("/") else {
      return Finding(
        .warning, "program", "its path cannot be told; name it by its absolute path in the crontab")
    }
    if path.contains("/.build/") {
      return Finding(
        .warning, "program",
        "'\(path)' is in a build folder, which the next build changes; install it with 'make install' "
          + "and name the installed one in the crontab")
    }
    let isOnPath = path.hasPrefix("/usr/bin/") || path.hasPrefix("/bin/")
    return Finding(
      .ok, "program",
      isOnPath ? "'\(path)'" : "'\(path)'; cron finds it only by an absolute path")
  }

  /// The file of this program, without links.
  static func programPath() -> String? {
    #if canImport(Darwin)
      let program = CommandLine.arguments[0]
    #else
      let program = "/proc/self/exe"
    #endif
    guard let path = realpath(program, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  // MARK: Locale

  /// Wireroom itself reads and writes UTF-8 always; what `notify` starts may go by the locale.
  static func locale() -> Finding {
    guard let locale = newlocale(characterTypeMask, "", nil) else {
      return Finding(
        .warning, "locale",
        "the one that LC_ALL, LC_CTYPE or LANG names is not installed, which confuses commands of "
          + "'notify'; set LC_ALL=C.UTF-8")
    }
    defer { freelocale(locale) }
    guard let codeset = nl_langinfo_l(nl_item(CODESET), locale) else {
      return Finding(.ok, "locale", "records are UTF-8 in any")
    }
    let name = String(cString: codeset)
    return Finding(
      .ok, "locale",
      name == "UTF-8"
        ? "UTF-8"
        : "\(name); records are UTF-8 all the same; commands of 'notify' may want LC_ALL=C.UTF-8")
  }

  #if canImport(Darwin)
    private static let characterTypeMask = LC_CTYPE_MASK
  #else
    // A macro that Swift does not see: 1 << LC_CTYPE.
    private static let characterTypeMask: Int32 = 1 << LC_CTYPE
  #endif

  // MARK: Time

  /// - Parameters:
  ///   - variable: the value of TZ.
  ///   - database: the folder of zones.
  ///   - local: the file of the machine's own zone.
  static func timeZone(
    _ variable: String?, database: String = "/usr/share/zoneinfo", local: String = "/etc/localtime"
  ) -> Finding {
    guard var zone = variable else {
      return FileSystem.apparentKind(local) == .file
        ? Finding(.ok, "time zone", "\(zoneAbbreviation()), from '\(local)'")
        : Finding(
          .warning, "time zone",
          "there is no '\(local)', so that the machine's time is UTC; cron counts in it too")
    }
    if zone.hasPrefix(":") { zone.removeFirst() }
    let path = zone.hasPrefix("/") ? zone : "\(database)/\(zone)"
    // A zone is a file of the database, or a rule such as CET-1CEST, which holds a digit.
    let isRule = zone.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard
      zone.isEmpty || ["UTC", "UTC0", "GMT"].contains(zone)
        || FileSystem.apparentKind(path) == .file
        || isRule
    else {
      return Finding(
        .warning, "time zone",
        "TZ names '\(zone)', which is no zone of '\(database)', so that times are in UTC; correct TZ, "
          + "or install the package 'tzdata'")
    }
    return Finding(
      .ok, "time zone", "\(zoneAbbreviation()), from TZ, which cron does not pass on by itself")
  }

  private static func zoneAbbreviation() -> String {
    var now = time(nil)
    var parts = tm()
    tzset()
    localtime_r(&now, &parts)
    return parts.tm_zone.map { String(cString: $0) } ?? "UTC"
  }

  /// A moment before which this program cannot run: the start of 2025.
  private static let earliest = 1_735_689_600

  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - lastRun: when the last run began or ended.
  static func clock(now: Int, lastRun: Int?) -> Finding {
    let advice = "set the clock, and let it be kept right by NTP"
    if now < earliest { return Finding(.error, "clock", "it stands before 2025; \(advice)") }
    // A second more, because the ledger counts in whole ones.
    if let lastRun, lastRun > now + 1 {
      return Finding(
        .error, "clock", "it stands \(lastRun - now) s before the last run; \(advice)")
    }
    return Finding(.ok, "clock", "plausible")
  }
}
