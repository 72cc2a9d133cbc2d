/// Hands the stages of a library to the program that has loaded it. A library has one function that
/// returns what this returns, under a name that needs no Swift to be found:
///
///     @_cdecl("wireroom_stages")
///     public func wireroomStages() -> UnsafeMutableRawPointer { exportStages([ShoutStage.self]) }
public func exportStages(_ stages: [any Stage.Type]) -> UnsafeMutableRawPointer {
  Unmanaged.passRetained(StageList(stages)).toOpaque()
}

/// Takes what `exportStages` has handed over, once.
///
/// - Precondition: the pointer comes from a library that was built against the same StageKit, with the
///   same compiler.
public func importStages(_ pointer: UnsafeMutableRawPointer) -> [any Stage.Type] {
  Unmanaged<StageList>.fromOpaque(pointer).takeRetainedValue().stages
}

private final class StageList {
  let stages: [any Stage.Type]

  init(_ stages: [any Stage.Type]) {
    self.stages = stages
  }
}
