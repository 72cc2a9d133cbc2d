#ifndef WIREROOM_TAG_MODEL_H
#define WIREROOM_TAG_MODEL_H

#include <stddef.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// The bytes of the built-in model of names.
const void *wireroom_tag_model(void);
/// How many they are.
size_t wireroom_tag_model_size(void);

/// Has memory come into the cache while something else is done, which Swift has no words for.
static inline void wireroom_prefetch(const void *address) { __builtin_prefetch(address); }

/// A bit for each of four numbers of four bytes in the memory that is equal to one, the first number's
/// lowest.
static inline unsigned wireroom_equal(const void *four, uint32_t one) {
#ifdef __SSE2__
  __m128i numbers = _mm_loadu_si128((const __m128i *)four);
  __m128i equal = _mm_cmpeq_epi32(numbers, _mm_set1_epi32((int)one));
  return (unsigned)_mm_movemask_ps(_mm_castsi128_ps(equal));
#else
  unsigned bits = 0;
  for (unsigned index = 0; index < 4; index++) {
    uint32_t number;
    __builtin_memcpy(&number, (const char *)four + 4 * index, 4);
    bits |= (unsigned)(number == one) << index;
  }
  return bits;
#endif
}

#endif
