#include "model.h"

// So that the buckets of its tables are lines of the cache.
_Alignas(64) static const unsigned char model[] = {
#embed "names.model"
};

const void *wireroom_tag_model(void) { return model; }

size_t wireroom_tag_model_size(void) { return sizeof model; }
