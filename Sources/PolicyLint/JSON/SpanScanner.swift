/// Walks the bytes of a JSON document once: refuses what RFC 8259 refuses, and notes where every key
/// and value stands.
///
/// It decides what is valid, not what is meant: values come from json-c.
struct SpanScanner {
    /// Nesting beyond this is refused; AWS documents nest about ten deep, exports about twenty.
    static let maximumDepth = 200

    private(set) var entries: [JSONEntry] = []
    private(set) var oddities: [JSONOddity] = []
    /// Long white space; where all values are noted.
    private(set) var gaps: [SourceSpan] = []

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private let end: Int
    /// Values nested deeper are checked, not noted.
    private let notedDepth: Int
    /// How many strings, keys and numbers were noted.
    private(set) var textCount: UInt32 = 0

    /// Scans the document in `range` of `bytes`, noting values down to `notedDepth` (the outermost
    /// value has depth 0).
    ///
    /// - Throws: `JSONSyntaxError` at the first byte that RFC 8259 does not allow.
    static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, notedDepth: Int = .max
    ) throws(JSONSyntaxError) -> SpanScanner {
        var scanner = SpanScanner(
            bytes: bytes, position: range.lowerBound, end: range.upperBound, notedDepth: notedDepth)
        scanner.entries.reserveCapacity(notedDepth == .max ? range.count / 16 + 4 : 0)
        scanner.gaps.reserveCapacity(notedDepth == .max ? range.count / 32 : 0)
        if range.count >= 3, bytes[range.lowerBound] == 0xEF, bytes[range.lowerBound + 1] == 0xBB,
            bytes[range.lowerBound + 2] == 0xBF
        {
            let mark = SourceSpan(range.lowerBound, range.lowerBound + 3)
            scanner.oddities.append(JSONOddity(kind: .byteOrderMark, span: mark))
            scanner.position += 3
        }
        scanner.skipSpace()
        if scanner.position == scanner.end {
            throw JSONSyntaxError(message: "the document is empty", span: .at(scanner.position))
        }
        try scanner.scanValue(depth: 0)
        scanner.skipSpace()
        if scanner.position < scanner.end {
            throw scanner.failure("unexpected \(scanner.nextInWords) after the end of the document")
        }
        return scanner
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, position: Int, end: Int, notedDepth: Int) {
        self.notedDepth = notedDepth
        self.bytes = bytes
        self.position = position
        self.end = end
    }

    private mutating func scanValue(depth: Int) throws(JSONSyntaxError) {
        guard position < end else { throw failure("the document ends where a value is expected") }
        switch bytes[position] {
        case UInt8(ascii: "{"): try scanObject(depth: depth)
        case UInt8(ascii: "["): try scanArray(depth: depth)
        case UInt8(ascii: "\""): try scanString(.string, depth: depth)
        case UInt8(ascii: "t"): try scanWord("true", .true, depth: depth)
        case UInt8(ascii: "f"): try scanWord("false", .false, depth: depth)
        case UInt8(ascii: "n"): try scanWord("null", .null, depth: depth)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber(depth: depth)
        default: throw failure("expected a value, found \(nextInWords)")
        }
    }

    /// Begins a container; the index of its entry, or nil where it is not noted.
    private mutating func open(_ kind: JSONEntry.Kind, depth: Int) throws(JSONSyntaxError) -> Int? {
        if depth >= Self.maximumDepth {
            throw failure("nested more than \(Self.maximumDepth) levels deep")
        }
        let isNoted = depth <= notedDepth
        if isNoted { note(kind, from: position, to: position) }
        position += 1
        skipSpace()
        return isNoted ? entries.count - 1 : nil
    }

    private mutating func close(_ entry: Int?, count: UInt32) {
        position += 1
        guard let entry else { return }
        entries[entry].end = UInt32(position)
        entries[entry].count = count
        entries[entry].next = UInt32(entries.count)
    }

    /// Notes what stands in a place; of a container, the rest is noted when it is closed.
    private mutating func note(_ kind: JSONEntry.Kind, from start: Int, to end: Int, hasEscapes: Bool = false) {
        let span = SourceSpan(start, end)
        entries.append(
            JSONEntry(
                kind: kind, hasEscapes: hasEscapes, start: span.start, end: span.end, count: textCount,
                next: UInt32(truncatingIfNeeded: entries.count + 1)))
    }

    private mutating func scanObject(depth: Int) throws(JSONSyntaxError) {
        let entry = try open(.object, depth: depth)
        var count: UInt32 = 0
        if next == UInt8(ascii: "}") { return close(entry, count: 0) }
        while true {
            guard next == UInt8(ascii: "\"") else {
                if next == UInt8(ascii: "}") { throw failure("a comma stands before the closing `}`") }
                throw failure("expected a key in double quotes, found \(nextInWords)")
            }
            try scanString(.key, depth: depth + 1)
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw failure("expected `:` after the key, found \(nextInWords)") }
            position += 1
            skipSpace()
            try scanValue(depth: depth + 1)
            count += 1
            skipSpace()
            if next == UInt8(ascii: "}") { return close(entry, count: count) }
            guard next == UInt8(ascii: ",") else {
                throw failure("expected `,` or `}` after the value, found \(nextInWords)")
            }
            position += 1
            skipSpace()
        }
    }

    private mutating func scanArray(depth: Int) throws(JSONSyntaxError) {
        let entry = try open(.array, depth: depth)
        var count: UInt32 = 0
        if next == UInt8(ascii: "]") { return close(entry, count: 0) }
        while true {
            if next == UInt8(ascii: "]") { throw failure("a comma stands before the closing `]`") }
            try scanValue(depth: depth + 1)
            count += 1
            skipSpace()
            if next == UInt8(ascii: "]") { return close(entry, count: count) }
            guard next == UInt8(ascii: ",") else {
                throw failure("expected `,` or `]` after the value, found \(nextInWords)")
            }
            position += 1
            skipSpace()
        }
    }

    private mutating func scanString(_ kind: JSONEntry.Kind, depth: Int) throws(JSONSyntaxError) {
        let start = position
        position = plainEnd(from: start &+ 1)
        // Almost all strings are plain to their end.
        let isPlain = position < end && bytes[position] == UInt8(ascii: "\"")
        let hasEscapes = isPlain ? false : try scanRest(of: kind, from: start)
        position += 1
        if depth > notedDepth { return }
        note(kind, from: start, to: position, hasEscapes: hasEscapes)
        textCount &+= 1
    }

    /// Goes on to the closing quote of a string or key; whether there are escape sequences before it.
    private mutating func scanRest(of kind: JSONEntry.Kind, from start: Int) throws(JSONSyntaxError) -> Bool {
        var hasEscapes = false
        while true {
            guard position < end else {
                throw JSONSyntaxError(message: "the string is not closed", span: SourceSpan(start, start + 1))
            }
            switch bytes[position] {
            case UInt8(ascii: "\""): return hasEscapes
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try scanEscape(isKey: kind == .key, stringStart: start)
            case 0..<0x20:
                let control = bytes[position]
                let message =
                    control == UInt8(ascii: "\n") || control == UInt8(ascii: "\r")
                    ? "the line ends inside a string" : "a control character stands unescaped in a string"
                throw failure(message)
            default:
                let length = UTF8Validation.sequenceLength(bytes, at: position, end: end)
                guard length > 0 else { throw failure("this byte is not valid UTF-8") }
                position += length
            }
            position = plainEnd(from: position)
        }
    }

    private mutating func scanEscape(isKey: Bool, stringStart: Int) throws(JSONSyntaxError) {
        let start = position
        guard position + 1 < end else {
            throw JSONSyntaxError(message: "the string is not closed", span: SourceSpan(stringStart, stringStart + 1))
        }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(at: position) else {
                throw failure("`\\u` is not followed by four hexadecimal digits")
            }
            if unit == 0 && isKey {
                throw JSONSyntaxError(
                    message: "the key holds a NUL character, where readers cut it off",
                    span: SourceSpan(start, start + 6))
            }
            position += 6
            if unit & 0xFC00 == 0xD800, let low = codeUnit(at: position), low & 0xFC00 == 0xDC00 {
                position += 6
            } else if unit & 0xF800 == 0xD800 {
                oddities.append(JSONOddity(kind: .loneSurrogate, span: SourceSpan(start, start + 6)))
            }
        default:
            throw JSONSyntaxError(message: "unknown escape sequence", span: SourceSpan(start, start + 2))
        }
    }

    /// The UTF-16 code unit of a `\uXXXX` at an offset.
    private func codeUnit(at offset: Int) -> UInt16? {
        guard offset + 6 <= end, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt16 = 0
        for index in offset + 2..<offset + 6 {
            guard let digit = bytes[index].hexadecimalValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private mutating func scanWord(_ word: StaticString, _ kind: JSONEntry.Kind, depth: Int) throws(JSONSyntaxError) {
        let length = word.utf8CodeUnitCount
        for offset in 0..<length {
            guard position + offset < end, bytes[position + offset] == word.utf8Start[offset] else {
                throw failure("expected a value, found \(nextInWords)")
            }
        }
        if depth <= notedDepth { note(kind, from: position, to: position + length) }
        position += length
    }

    private mutating func scanNumber(depth: Int) throws(JSONSyntaxError) {
        let start = position
        var index = position
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let integer = skipDigits(&index)
        if integer.isEmpty { throw failure("expected a digit after `-`") }
        if integer.count > 1, bytes[integer.lowerBound] == UInt8(ascii: "0") {
            throw JSONSyntaxError(message: "a number begins with 0", span: SourceSpan(start, index))
        }
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            if skipDigits(&index).isEmpty {
                throw JSONSyntaxError(message: "expected a digit after `.`", span: SourceSpan(start, index))
            }
        }
        if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            if skipDigits(&index).isEmpty {
                throw JSONSyntaxError(message: "expected a digit in the exponent", span: SourceSpan(start, index))
            }
        }
        position = index
        if depth > notedDepth { return }
        note(.number, from: start, to: index)
        textCount += 1
    }

    private func skipDigits(_ index: inout Int) -> Range<Int> {
        let start = index
        while index < end, bytes[index].isDigit { index += 1 }
        return start..<index
    }

    @inline(__always)
    private mutating func skipSpace() { if position < end, bytes[position] <= UInt8(ascii: " ") { passSpace() } }

    /// Passes over white space. Most of it indents a line: eight spaces are looked at together.
    private mutating func passSpace() {
        let spaces: UInt64 = 0x2020_2020_2020_2020
        var index = position
        while index < end, Self.isSpace(bytes[index]) {
            index &+= 1
            while index < lastWord {
                let others = word(at: index) ^ spaces
                if others != 0 {
                    index &+= others.trailingZeroBitCount / 8
                    break
                }
                index &+= 8
            }
        }
        if index - position >= Self.longGap, notedDepth == .max { gaps.append(SourceSpan(position, index)) }
        position = index
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: " ") && whiteSpace >> UInt64(byte) & 1 != 0
    }

    /// One bit for each byte of white space.
    private static let whiteSpace: UInt64 = 1 << 0x20 | 1 << 0x0D | 1 << 0x0A | 1 << 0x09

    /// Bytes of white space that are worth a note.
    private static let longGap = 4

    private var next: UInt8? { position < end ? bytes[position] : nil }

    private func failure(_ message: String) -> JSONSyntaxError {
        JSONSyntaxError(message: message, span: SourceSpan(position, min(position + 1, end)))
    }

    private var nextInWords: String { next?.inWords ?? "the end of the document" }

    /// Where what may stand in a string as it is, and alone, ends: ASCII but `"`, `\` and control
    /// characters. Almost all bytes are so; eight of them are looked at together.
    @inline(__always)
    private func plainEnd(from start: Int) -> Int {
        var index = start
        while index < lastWord {
            let word = word(at: index)
            // The highest bit of the first byte that is not plain; of the bytes behind it, perhaps more than that.
            let special =
                (((word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101)
                    | ((word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101)
                    | (word &- 0x2020_2020_2020_2020) | word) & 0x8080_8080_8080_8080
            if special != 0 { return index &+ special.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < end, Self.isPlain(bytes[index]) { index &+= 1 }
        return index
    }

    /// Behind the last place where eight bytes begin.
    private var lastWord: Int { end &- 7 }

    /// The eight bytes at an index, the first of them the lowest.
    private func word(at index: Int) -> UInt64 {
        UInt64(
            littleEndian: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
                .loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
