#if canImport(Darwin)
  import Darwin
#else
  import CSystem
  import Glibc
#endif

/// A clock that only goes forward, in nanoseconds.
public func monotonicNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// How many CPUs this process may use: its affinity and, on Linux, its control group's quota.
public func availableProcessors() -> Int {
  #if canImport(Darwin)
    return max(1, sysconf(_SC_NPROCESSORS_ONLN))
  #else
    var count = Int(affinity_count())
    if count == 0 { count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    // «max 100000», or «150000 100000» for one and a half CPUs.
    if let handle = try? FileHandle("/sys/fs/cgroup/cpu.max", O_RDONLY) {
      var bytes = [UInt8](repeating: 0, count: 64)
      let length = read(handle.descriptor, &bytes, bytes.count)
      let fields = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      if fields.count == 2, let quota = Int(fields[0]), let period = Int(fields[1]), period > 0 {
        count = min(count, max(1, (quota + period - 1) / period))
      }
    }
    return max(1, count)
  #endif
}
