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

static uint64_t *index_words;

void policylint_keep_catalogue_index(const uint64_t *words, size_t count) {
    index_words = malloc(count * sizeof *words);
    if (index_words) memcpy(index_words, words, count * sizeof *words);
}

const uint64_t *policylint_catalogue_index(void) { return index_words; }
