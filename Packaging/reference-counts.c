/* Counts references without atomic operations as long as the process has one thread, as the shared pointers of C++'s
   library do. scripts/release puts these in the place of Swift's functions (`ld --wrap`), which count atomically at all
   times, and lets them call Swift's own of both kinds for all but the commonest case. A file is linted through some
   thousand references, and a tenth of the time went into counting them.

   glibc says whether there is one thread: https://sourceware.org/glibc/manual/latest/html_node/Single_002dThreaded.html
   It does before a second one starts, so that what was counted before is what that one sees.

   The commonest case is an object whose count is a number in the object itself: InlineRefCountBits in
   https://github.com/swiftlang/swift/blob/main/stdlib/public/SwiftShims/swift/shims/RefCount.h keeps it above the 33
   lowest bits of the second word, and a sum with the highest bit is for Swift to settle, whatever it means: an object
   that goes, one that never does, one with weak references. reference-counts-check.swift holds it to this when the
   release is built. */
#include <stdint.h>
#include <sys/single_threaded.h>

struct object {
    const void *type;
    uint64_t counts;
};

static const uint64_t one = (uint64_t)1 << 33;

void *__real_swift_retain(struct object *object);
void __real_swift_release(struct object *object);
void *swift_nonatomic_retain(struct object *object);
void swift_nonatomic_release(struct object *object);
void *__real_swift_retain_n(struct object *object, uint32_t times);
void __real_swift_release_n(struct object *object, uint32_t times);
void *swift_nonatomic_retain_n(struct object *object, uint32_t times);
void swift_nonatomic_release_n(struct object *object, uint32_t times);

/* What is no object, as nothing and the texts that lie in their own reference, counts as negative. */
static int is_object(const struct object *object) { return (intptr_t)object > 0; }

/* Sets the count, if that is all there is to do. */
static int sets(struct object *object, uint64_t counts)
{
    if (__builtin_expect((int64_t)counts < 0, 0))
        return 0;
    object->counts = counts;
    return 1;
}

void *__wrap_swift_retain(struct object *object)
{
    if (__builtin_expect(!__libc_single_threaded, 0))
        return __real_swift_retain(object);
    if (!is_object(object) || sets(object, object->counts + one))
        return object;
    return swift_nonatomic_retain(object);
}

void __wrap_swift_release(struct object *object)
{
    if (__builtin_expect(!__libc_single_threaded, 0))
        __real_swift_release(object);
    else if (is_object(object) && !sets(object, object->counts - one))
        swift_nonatomic_release(object);
}

void *__wrap_swift_retain_n(struct object *object, uint32_t times)
{
    if (__libc_single_threaded)
        return swift_nonatomic_retain_n(object, times);
    return __real_swift_retain_n(object, times);
}

void __wrap_swift_release_n(struct object *object, uint32_t times)
{
    if (__libc_single_threaded)
        swift_nonatomic_release_n(object, times);
    else
        __real_swift_release_n(object, times);
}
