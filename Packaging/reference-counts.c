/* Counts references without atomic operations as long as the process has one thread, as the shared pointers of C++'s
   library do. scripts/release puts these in the place of Swift's functions (`ld --wrap`), which count atomically at all
   times, and lets them call Swift's own of both kinds. A file is linted through some thousand references, and a
   fifteenth of the time went into the atomic operations.

   glibc says whether there is one thread: https://sourceware.org/glibc/manual/latest/html_node/Single_002dThreaded.html
   It does before a second one starts, so that what was counted before is what that one sees. */
#include <sys/single_threaded.h>

void *__real_swift_retain(void *object);
void __real_swift_release(void *object);
void *swift_nonatomic_retain(void *object);
void swift_nonatomic_release(void *object);

void *__wrap_swift_retain(void *object)
{
    return __libc_single_threaded ? swift_nonatomic_retain(object) : __real_swift_retain(object);
}

void __wrap_swift_release(void *object)
{
    if (__libc_single_threaded)
        swift_nonatomic_release(object);
    else
        __real_swift_release(object);
}
