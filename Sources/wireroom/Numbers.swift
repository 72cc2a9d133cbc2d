/// Numbers as people read them. The program does without Foundation, which would triple the time
/// that it takes to start.

/// A number with one decimal: `12.3`.
func oneDecimal(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e15 else { return "-" }
  let tenths = Int((number * 10).rounded())
  return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// A whole number in groups of three digits: `1,234,567`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude).utf8)
  var text = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
    text.unicodeScalars.append(Unicode.Scalar(digit))
  }
  return text
}

/// A number of bytes: `812 B`, `48.2 KB`, `1.3 GB`; a kilobyte is a thousand bytes.
func formatBytes(_ count: Int) -> String {
  if count < 1000 { return "\(count) B" }
  var value = Double(count)
  for unit in ["KB", "MB", "GB"] {
    value /= 1000
    if value < 999.95 { return "\(oneDecimal(value)) \(unit)" }
  }
  return "\(oneDecimal(value / 1000)) TB"
}

/// A length of time: `0.03 s`, `12.5 s`, `3 min 20 s`, `2 h 5 min`.
func formatDuration(nanoseconds: Int) -> String {
  let seconds = Double(nanoseconds) / 1e9
  if seconds < 1 {
    let hundredths = Int((seconds * 100).rounded(.up))
    return hundredths == 100 ? "1.0 s" : "0.\(hundredths < 10 ? "0" : "")\(hundredths) s"
  }
  if seconds < 60 { return "\(oneDecimal(seconds)) s" }
  let whole = Int(seconds.rounded())
  if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
  return "\(whole / 3600) h \(whole % 3600 / 60) min"
}
