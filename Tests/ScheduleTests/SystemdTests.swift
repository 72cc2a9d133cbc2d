import Testing

@testable import Schedule

@Suite struct SystemdTests {
  @Test(arguments: [
    ("15 3 * * *", ["*-*-* 03:15:00"]),
    ("* * * * *", ["*-*-* *:*:00"]),
    ("*/15 * * * *", ["*-*-* *:00..45/15:00"]),
    ("0,30 * * * *", ["*-*-* *:00,30:00"]),
    ("0 8-18/2 * * *", ["*-*-* 08..18/2:00:00"]),
    ("1,2,3,7,9,10 3 * * *", ["*-*-* 03:01..03,07,09,10:00"]),
    ("0 0 1 1,7 *", ["*-01,07-01 00:00:00"]),
    ("0 0 29 feb *", ["*-02-29 00:00:00"]),
    ("0 9 * * mon-fri", ["Mon..Fri *-*-* 09:00:00"]),
    ("0 9 * * 0", ["Sun *-*-* 09:00:00"]),
    ("0 9 * * sat-7", ["Sat,Sun *-*-* 09:00:00"]),
    ("0 9 * * 0,2,4-6", ["Tue,Thu..Sun *-*-* 09:00:00"]),
    // Either day is enough, which takes two lines.
    ("0 9 1,15 * mon", ["*-*-01,15 09:00:00", "Mon *-*-* 09:00:00"]),
    ("0 9 1-31 * mon", ["*-*-* 09:00:00"]),
    ("0 9 1 * 0-6", ["*-*-* 09:00:00"]),
    // Both days must fit, because one starts with a star.
    ("0 9 */2 3 mon", ["Mon *-03-01..31/2 09:00:00"]),
    ("@weekly", ["Sun *-*-* 00:00:00"]),
    ("@yearly", ["*-01-01 00:00:00"]),
  ])
  func translatesCronToCalendar(_ expression: String, _ calendar: [String]) throws {
    #expect(try CronExpression(expression).onCalendar == calendar)
  }

  @Test func writesServiceAndTimer() throws {
    let units = try SystemdUnits(
      makeRun(at: "0 9 1 * mon", environment: [("LANG", "C.UTF-8"), ("PATH", "/a b:/bin")]))
    #expect(units.serviceName == "wireroom-news.service")
    #expect(units.timerName == "wireroom-news.timer")
    #expect(
      units.service == """
        # Made by 'wireroom schedule' for /home/ann/news.yaml
        [Unit]
        Description=Run the pipeline 'news'

        [Service]
        Type=oneshot
        ExecStart=:/usr/local/bin/wireroom run --quiet /home/ann/news.yaml
        Environment="LANG=C.UTF-8"
        Environment="PATH=/a b:/bin"
        KillMode=mixed

        """)
    #expect(
      units.timer == """
        # Made by 'wireroom schedule' for /home/ann/news.yaml
        [Unit]
        Description=When to run the pipeline 'news'

        [Timer]
        OnCalendar=*-*-01 09:00:00
        OnCalendar=Mon *-*-* 09:00:00
        AccuracySec=1s
        Persistent=true

        [Install]
        WantedBy=timers.target

        """)
  }

  @Test func quotesWhatSystemdWouldReplace() throws {
    #expect(quoteForSystemd("/a/b") == "/a/b")
    #expect(quoteForSystemd("") == "\"\"")
    #expect(quoteForSystemd("/a b/100%/$x") == "\"/a b/100%%/$x\"")
    #expect(quoteForSystemd(#"/a"b\c'd"#) == #""/a\"b\\c'd""#)
    let units = try SystemdUnits(makeRun(name: "50% off", pipeline: "/my files/50%.yaml"))
    #expect(units.timerName == "wireroom-50\\x25\\x20off.timer")
    #expect(units.service.contains("\nDescription=Run the pipeline '50%% off'\n"))
    #expect(
      units.service.contains(
        "\nExecStart=:/usr/local/bin/wireroom run --quiet \"/my files/50%%.yaml\"\n"))
    #expect(units.service.hasPrefix("# Made by 'wireroom schedule' for /my files/50%.yaml\n"))
  }

  @Test(arguments: ["/a'b/wireroom", "/a\"b/wireroom", "/a\\b/wireroom"])
  func refusesProgramsThatSystemdRefuses(_ program: String) {
    let error = #expect(throws: ScheduleError.self) {
      try SystemdUnits(makeRun(program: program))
    }
    #expect(
      error?.message
        == "systemd starts no program with quotes or backslashes in its path, such as '\(program)'; "
        + "install wireroom elsewhere or use '--cron'")
  }

  @Test func namesOfUnitsAreThoseThatSystemdTakes() {
    #expect(SystemdUnits.name(of: "daily-news_2.0") == "wireroom-daily-news_2.0")
    #expect(SystemdUnits.name(of: "a@b\\é") == "wireroom-a\\x40b\\x5c\\xc3\\xa9")
  }
}
