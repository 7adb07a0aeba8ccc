#include <json-c/json.h>
#include <json-c/linkhash.h>
