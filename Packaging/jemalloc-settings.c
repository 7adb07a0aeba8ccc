/* How jemalloc keeps memory in the release: https://jemalloc.net/jemalloc.3.html. Documents are read and let go of by
   the dozen, so that more freed pieces stay at hand, and are looked through less often, than they are by default. Large
   pages, where the system has them, save the time in which it hands out small ones. MALLOC_CONF overrules this. */
const char *malloc_conf =
    "thp:always,lg_tcache_nslots_mul:2,tcache_nslots_small_max:400,tcache_gc_incr_bytes:16777216";
