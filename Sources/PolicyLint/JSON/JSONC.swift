import CJSONC
import Synchronization

/// A json-c value that is released when it goes out of use.
struct JSONCValue: ~Copyable {
    /// The value; nil is JSON's null.
    let pointer: OpaquePointer?

    deinit { json_object_put(pointer) }
}

/// json-c's reading of one text.
enum JSONC {
    /// Why json-c would not read a text that `SpanScanner` accepts.
    struct Refusal: Error {
        let message: String
        let offset: Int
    }

    /// Reads one JSON value that fills `text`, but for white space.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) throws(Refusal) -> JSONCValue {
        guard let tokener = idle.withLock({ $0.popLast() }).flatMap(UnsafeMutablePointer.init) ?? newTokener() else {
            throw Refusal(message: "out of memory", offset: 0)
        }
        defer {
            json_tokener_reset(tokener)
            idle.withLock { $0.append(Int(bitPattern: tokener)) }
        }
        guard text.count < Int(Int32.max) else {
            throw Refusal(message: "larger than 2 GiB", offset: 0)
        }
        var value = text.withMemoryRebound(to: CChar.self) {
            json_tokener_parse_ex(tokener, $0.baseAddress, Int32($0.count))
        }
        if json_tokener_get_error(tokener) == json_tokener_continue {
            // A number at the top level ends only with what follows it.
            value = withUnsafePointer(to: CChar(32)) { json_tokener_parse_ex(tokener, $0, 1) }
        }
        let error = json_tokener_get_error(tokener)
        guard error == json_tokener_success else {
            let offset = json_tokener_get_parse_end(tokener)
            throw Refusal(message: String(cString: json_tokener_error_desc(error)), offset: Int(offset))
        }
        return JSONCValue(pointer: value)
    }

    /// The addresses of tokeners that nobody uses, since a new one is larger than most texts. There are never more of
    /// them than threads.
    private static let idle = Mutex<[Int]>([])

    private static func newTokener() -> UnsafeMutablePointer<json_tokener>? {
        let tokener = json_tokener_new_ex(Int32(SpanScanner.maximumDepth + 2))
        if let tokener { json_tokener_set_flags(tokener, JSON_TOKENER_STRICT) }
        return tokener
    }
}
