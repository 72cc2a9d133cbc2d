#ifndef WIREROOM_TAG_MODEL_H
#define WIREROOM_TAG_MODEL_H

#include <stddef.h>

/// The bytes of the built-in model of names.
const void *wireroom_tag_model(void);
/// How many they are.
size_t wireroom_tag_model_size(void);

/// Has memory come into the cache while something else is done, which Swift has no words for.
static inline void wireroom_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
