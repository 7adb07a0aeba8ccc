/* Reads every file named on the command line and parses it with json-c, nothing else: the floor that a
   linter on json-c cannot go below. With --repeat N the whole is done N times. */
#include <fcntl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int parse(const char *path)
{
    int descriptor = open(path, O_RDONLY);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) return 1;
    char *bytes = malloc(status.st_size + 1);
    ssize_t length = read(descriptor, bytes, status.st_size);
    close(descriptor);
    struct json_tokener *tokener = json_tokener_new_ex(200);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    struct json_object *value = json_tokener_parse_ex(tokener, bytes, (int)length);
    int failed = json_tokener_get_error(tokener) != json_tokener_success;
    json_object_put(value);
    json_tokener_free(tokener);
    free(bytes);
    return failed;
}

int main(int count, char **arguments)
{
    int repeat = 1, first = 1, failures = 0;
    if (count > 2 && strcmp(arguments[1], "--repeat") == 0) {
        repeat = atoi(arguments[2]);
        first = 3;
    }
    for (int round = 0; round < repeat; round++)
        for (int index = first; index < count; index++) failures += parse(arguments[index]);
    return failures != 0;
}
