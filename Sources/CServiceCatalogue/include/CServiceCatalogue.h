#ifndef POLICYLINT_SERVICE_CATALOGUE_H
#define POLICYLINT_SERVICE_CATALOGUE_H

#include <stddef.h>
#include <stdint.h>

/// The text of catalogue.txt, as it lies in the program: nothing is read or copied at start-up.
const uint8_t *policylint_catalogue(void);

/// The number of its bytes.
size_t policylint_catalogue_size(void);

/// The first position of a byte from `start` on; `end` where there is none before that.
size_t policylint_place(const uint8_t *bytes, uint8_t byte, size_t start, size_t end);

/// Keeps a copy of the words of an index of the text as long as the program runs. To be called once.
void policylint_keep_catalogue_index(const uint64_t *words, size_t count);

/// The words that are kept; NULL where none are, or there was no memory for them.
const uint64_t *policylint_catalogue_index(void);

#endif
