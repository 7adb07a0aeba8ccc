/// Finds what looks like a secret in text, whether or not a reader knew it for one: the last net
/// before a report.
enum SecretFinder {
    /// What was found.
    struct Found: Hashable, Sendable {
        /// The places of secrets, without quotes.
        var secrets: [Range<Int>] = []
        /// The places of access key ids.
        var keyIDs: [Range<Int>] = []
    }

    /// Finds secrets in `bytes`. In files of credentials every long run of Base64 characters is one,
    /// as is the value of every name that ends in "secret" or "token".
    static func find(in bytes: [UInt8], isCredentials: Bool) -> Found {
        bytes.withUnsafeBufferPointer { buffer in
            var found = Found()
            let names = isCredentials ? credentialNames : names
            // `:`, `=` and `A` are among eight letters that follow one another; most letters are not.
            buffer.forEachPlace(of: UInt8(ascii: ":"), through: UInt8(ascii: "A"), in: buffer.indices) { index in
                switch buffer[index] {
                case UInt8(ascii: ":"), UInt8(ascii: "="):
                    if let value = value(behind: index, buffer, names) { found.secrets.append(value) }
                case UInt8(ascii: "A"):
                    if isKeyID(at: index, buffer) { found.keyIDs.append(index..<index + keyIDLength) }
                default: break
                }
            }
            guard isCredentials else { return found }
            var run = 0
            for index in buffer.indices {
                if isBase64(index, buffer) {
                    run += 1
                } else {
                    if run >= secretLength { found.secrets.append(index - run..<index) }
                    run = 0
                }
            }
            if run >= secretLength { found.secrets.append(buffer.count - run..<buffer.count) }
            return found
        }
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Number of characters of a secret access key.
    private static let secretLength = 40
    /// Number of characters of an access key id.
    private static let keyIDLength = 20

    // MARK: Names and their values

    /// The names whose values are secrets, backwards and in lower case.
    private struct Names {
        let names: [[UInt8]]
        /// One bit for what the last two letters of a name make together: a quick look that spares most others.
        let endings: UInt64
        /// One bit for each ASCII byte that may stand before the separator: the last letter of a name in either case, what
        /// may stand between the two, and what does not count in a name.
        private let lastBytes: (UInt64, UInt64)

        init(_ names: [String]) {
            self.names = names.map { Array($0.utf8.reversed()) }
            endings = self.names.reduce(into: 0) { $0 |= Self.bit($1[0], $1[1]) }
            let letters = self.names.map { $0[0] }
            let others = (0..<0x80).filter { SecretFinder.isQuoteOrSpace($0) || SecretFinder.isSeparator($0) }
            var (low, high): (UInt64, UInt64) = (0, 0)
            for byte in letters + letters.map({ $0 & ~0x20 }) + others {
                if byte < 0x40 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 0x3F) }
            }
            lastBytes = (low, high)
        }

        /// Whether a byte may stand before the separator behind one of these names.
        func mayPrecede(_ byte: UInt8) -> Bool {
            byte < 0x80 && (byte < 0x40 ? lastBytes.0 : lastBytes.1) >> UInt64(byte & 0x3F) & 1 != 0
        }

        private static func bit(_ last: UInt8, _ letter: UInt8) -> UInt64 {
            1 << UInt64((last & 31 &+ 5 &* (letter & 31)) & 63)
        }

        /// Whether a name with these last two letters may be one.
        func mayEnd(in last: UInt8, behind letter: UInt8) -> Bool {
            endings & Self.bit(last, letter) != 0 || isSeparator(letter)
        }

        /// Whether the name that ends before `end` ends with one of these.
        func contain(_ end: Int, _ bytes: Bytes) -> Bool { names.contains { endsWith($0, end, bytes) } }
    }

    private static let everywhere = [
        "secretaccesskey", "secretkey", "sessiontoken", "securitytoken", "password", "passwd",
    ]
    private static let names = Names(everywhere)
    private static let credentialNames = Names(everywhere + ["secret", "token"])

    /// The value behind a `:` or `=` at `separator`, if the name before it is that of a secret.
    private static func value(behind separator: Int, _ bytes: Bytes, _ names: Names) -> Range<Int>? {
        // A quick look, which most colons in ARNs and actions do not pass.
        guard separator > 0, names.mayPrecede(bytes[separator - 1]) else { return nil }
        var end = separator
        while end > 0, isQuoteOrSpace(bytes[end - 1]) { end -= 1 }
        guard end > 1, names.mayEnd(in: bytes[end - 1], behind: bytes[end - 2]), names.contain(end, bytes) else {
            return nil
        }

        var start = separator + 1
        while start < bytes.count, isSpace(bytes[start]) { start += 1 }
        while start < bytes.count, bytes[start] == UInt8(ascii: "\\") { start += 1 }
        guard start < bytes.count else { return nil }
        let first = bytes[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            start += 1
            return trimmed(start, closing(first, from: start, bytes), bytes)
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return nil }
        let lineEnd = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        if bytes[separator] == UInt8(ascii: "=") { return trimmed(start, lineEnd, bytes) }
        let stop = bytes[start..<lineEnd].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") }
        return trimmed(start, stop ?? lineEnd, bytes)
    }

    /// Whether the name that ends before `end` ends with `reversed`, read backwards; separators in the
    /// name do not count.
    private static func endsWith(_ reversed: [UInt8], _ end: Int, _ bytes: Bytes) -> Bool {
        var index = end - 1
        for letter in reversed {
            while index >= 0, isSeparator(bytes[index]) { index -= 1 }
            guard index >= 0, bytes[index].asciiLowercased == letter else { return false }
            index -= 1
        }
        return true
    }

    /// Where a quoted value ends: before its closing quote, or at the end of an unfinished line.
    private static func closing(_ quote: UInt8, from start: Int, _ bytes: Bytes) -> Int {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case quote, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return index
            case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1] != quote: index += 2
            default: index += 1
            }
        }
        return min(index, bytes.count)
    }

    private static func trimmed(_ start: Int, _ end: Int, _ bytes: Bytes) -> Range<Int>? {
        var end = end
        while end > start, isSpace(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
        return start < end ? start..<end : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func isQuoteOrSpace(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }

    // MARK: Shapes

    private static func isBase64(_ index: Int, _ bytes: Bytes) -> Bool {
        let byte = bytes[index]
        if byte.isLetter || byte.isDigit { return true }
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "+"): return true
        // At the end it fills up; elsewhere a value begins behind it.
        case UInt8(ascii: "="):
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            return next == byte
                || !(next.isLetter || next.isDigit || next == UInt8(ascii: "/") || next == UInt8(ascii: "+"))
        // Some writers of JSON escape the slash.
        case UInt8(ascii: "\\"): return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
        default: return false
        }
    }

    /// Whether `AKIA` or `ASIA` and sixteen more capitals and digits stand here by themselves.
    private static func isKeyID(at index: Int, _ bytes: Bytes) -> Bool {
        guard index + keyIDLength <= bytes.count, bytes[index + 2] == UInt8(ascii: "I"),
            bytes[index + 3] == UInt8(ascii: "A"),
            bytes[index + 1] == UInt8(ascii: "K") || bytes[index + 1] == UInt8(ascii: "S"),
            index == 0 || !isWord(bytes[index - 1]),
            index + keyIDLength == bytes.count || !isWord(bytes[index + keyIDLength])
        else { return false }
        return bytes[index..<index + keyIDLength].allSatisfy { $0.isDigit || ($0.isLetter && $0 & 0x20 == 0) }
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }
}
