#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A first-in, first-out queue between threads whose content is bounded by its cost in bytes.
///
/// It is meant for batches: handing over one element costs a lock and perhaps a wake-up.
final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
  // Sendable because everything below is only touched while `mutex` is held.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private let budget: Int
  private var elements: [(element: Element?, cost: Int)] = []
  /// The index of the first element; those before it are taken already.
  private var head = 0
  private var cost = 0
  private var isClosed = false

  /// - Parameter budget: the most that may wait, in bytes. An element that costs more than this
  ///   alone is admitted when the queue is empty.
  init(budget: Int) {
    self.budget = budget
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Waits for room and appends; `false` if the queue was closed.
  func push(_ element: Element, cost: Int) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isClosed && self.cost > 0 && self.cost + cost > budget {
      pthread_cond_wait(changed, mutex)
    }
    if isClosed { return false }
    elements.append((element, cost))
    self.cost += cost
    pthread_cond_broadcast(changed)
    return true
  }

  /// Waits for an element and takes it; `nil` once the queue is closed and empty.
  func pop() -> Element? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while head == elements.count {
      if isClosed { return nil }
      pthread_cond_wait(changed, mutex)
    }
    let (element, cost) = elements[head]
    // What was taken must not live on in here.
    elements[head].element = nil
    head += 1
    // The empty places are removed many at a time, so that taking stays constant in time.
    if head == elements.count || head >= 256 {
      elements.removeFirst(head)
      head = 0
    }
    self.cost -= cost
    pthread_cond_broadcast(changed)
    return element
  }

  /// How many elements wait.
  var count: Int {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return elements.count - head
  }

  /// Ends the queue: nothing more is admitted, what waits can still be taken.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }
}
