// Says whether reference-counts.c counts as this version of Swift does; a trap, if it does not. scripts/release links the
// two before it links the program.

nonisolated(unsafe) var destroyed = 0

final class Object {
    deinit { destroyed += 1 }
}

func check(_ object: Object, _ situation: String) {
    let reference = Unmanaged.passUnretained(object)
    var expected = _getRetainCount(object)
    for isRetained in [true, true, true, false, false, false] {
        if isRetained {
            _ = reference.retain()
            expected += 1
        } else {
            reference.release()
            expected -= 1
        }
        let count = _getRetainCount(object)
        precondition(count == expected, "an object \(situation) has the count \(count) instead of \(expected)")
    }
}

@main enum Check {
    static func main() {
        var objects = [Object(), Object()]
        check(objects[0], "with its count in itself")
        weak let one = objects[1]
        check(objects[1], "with weak references")
        precondition(destroyed == 0, "an object was destroyed too soon")
        objects.removeAll()
        precondition(destroyed == 2 && one == nil, "an object was not destroyed")
        // A text, and an object, that are never destroyed.
        for _ in 1...3 { objects = [] }
        let texts = Array(repeating: "a text that lies in the program", count: 3)
        precondition(texts.allSatisfy { $0 == texts[0] }, "a text was lost")
    }
}
