#include "CServiceCatalogue.h"

static const uint8_t text[] = {
#embed "catalogue.txt"
};

const uint8_t *policylint_catalogue(void) { return text; }

size_t policylint_catalogue_size(void) { return sizeof text; }
