/* How jemalloc keeps memory in the release: https://jemalloc.net/jemalloc.3.html. Documents are read and let go of by
   the dozen, so that more freed pieces stay at hand, and are looked through less often, than they are by default. Large
   pages, where the system has them, save the time in which it hands out small ones. MALLOC_CONF overrules this. */
#include <stddef.h>

const char *malloc_conf =
    "thp:always,lg_tcache_nslots_mul:2,tcache_nslots_small_max:400,tcache_gc_incr_bytes:16777216";

int mallctl(const char *name, void *old, size_t *old_size, void *new, size_t new_size);

/* The memory of the first thread grows by one large page at a time. By itself it grows by ever larger steps that are no
   multiples of one, and of what lies before and behind the large pages in them the system hands out small ones. */
__attribute__((constructor)) static void grow_by_large_pages(void)
{
    size_t size = (size_t)2 << 20;
    mallctl("arena.0.retain_grow_limit", NULL, NULL, &size, sizeof size);
}
