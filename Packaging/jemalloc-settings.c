/* How jemalloc keeps memory in the release: https://jemalloc.net/jemalloc.3.html. Documents are read and let go of by
   the dozen, so that more freed pieces stay at hand, and are looked through less often, than they are by default. Large
   pages, where the system has them, save the time in which it hands out small ones. MALLOC_CONF overrules this. */
#include <stdlib.h>

const char *malloc_conf =
    "thp:always,lg_tcache_nslots_mul:2,tcache_nslots_small_max:400,tcache_gc_incr_bytes:16777216,oversize_threshold:0";

/* jemalloc asks the system for memory in pieces that do not begin where large pages do, and gets small pages for most of
   it. One piece of a dozen large pages, and what it rounds that up to, does; of it only what is used is ever there. */
__attribute__((constructor)) static void ask_for_memory(void)
{
    void *volatile piece = malloc((size_t)14 << 20);
    free(piece);
}
