// Counts how often memory is asked for, by Swift and by libraries in C alike.
//
// In C because what counts must not itself ask for any.
#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdbool.h>
#include <stdint.h>

struct allocation_count {
  int64_t allocations;
  int64_t bytes;
};

/// Has allocations counted from now on, or no more, in everything that is loaded by now.
///
/// Returns whether that can be done on this system.
bool allocation_count_enable(bool enable);

/// What the calling thread has asked for while it was counted.
struct allocation_count allocation_count_now(void);

#endif
