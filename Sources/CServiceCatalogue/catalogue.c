#include "CServiceCatalogue.h"

#include <stdlib.h>
#include <string.h>

static const uint8_t text[] = {
#embed "catalogue.txt"
};

const uint8_t *policylint_catalogue(void) { return text; }

size_t policylint_catalogue_size(void) { return sizeof text; }

size_t policylint_place(const uint8_t *bytes, uint8_t byte, size_t start, size_t end) {
    const uint8_t *found = start < end ? memchr(bytes + start, byte, end - start) : NULL;
    return found ? (size_t)(found - bytes) : end;
}

bool policylint_repeats(const uint8_t *bytes, size_t first, size_t count, size_t second) {
    return memcmp(bytes + first, bytes + second, count) == 0;
}

static uint64_t *index_words;

uint64_t *policylint_make_catalogue_index(size_t count) {
    index_words = calloc(count, sizeof *index_words);
    return index_words;
}

const uint64_t *policylint_catalogue_index(void) { return index_words; }
