#include "CServiceCatalogue.h"

#include <string.h>

static const uint8_t text[] = {
#embed "catalogue.txt"
};

const uint8_t *policylint_catalogue(void) { return text; }

size_t policylint_catalogue_size(void) { return sizeof text; }

size_t policylint_line_feed(const uint8_t *bytes, size_t start, size_t count) {
    const uint8_t *found = start < count ? memchr(bytes + start, '\n', count - start) : NULL;
    return found ? (size_t)(found - bytes) : count;
}
