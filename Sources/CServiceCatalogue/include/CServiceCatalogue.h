#ifndef POLICYLINT_SERVICE_CATALOGUE_H
#define POLICYLINT_SERVICE_CATALOGUE_H

#include <stddef.h>
#include <stdint.h>

/// The text of catalogue.txt, as it lies in the program: nothing is read or copied at start-up.
const uint8_t *policylint_catalogue(void);

/// The number of its bytes.
size_t policylint_catalogue_size(void);

/// The position of the first line feed at or behind `start`; `count` where there is none.
size_t policylint_line_feed(const uint8_t *bytes, size_t start, size_t count);

#endif
