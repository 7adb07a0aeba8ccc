#ifndef POLICYLINT_SERVICE_CATALOGUE_H
#define POLICYLINT_SERVICE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The text of catalogue.txt, as it lies in the program: nothing is read or copied at start-up.
const uint8_t *policylint_catalogue(void);

/// The number of its bytes.
size_t policylint_catalogue_size(void);

/// The first position of a byte from `start` on; `end` where there is none before that.
size_t policylint_place(const uint8_t *bytes, uint8_t byte, size_t start, size_t end);

/// Whether some bytes stand at two places. All of them must be there.
bool policylint_repeats(const uint8_t *bytes, size_t first, size_t count, size_t second);

/// Room for the words of an index of the text, all zeros, which stays as long as the program runs; NULL where there is no
/// memory. To be called once.
uint64_t *policylint_make_catalogue_index(size_t count);

/// That room; NULL where there is none.
const uint64_t *policylint_catalogue_index(void);

#endif
