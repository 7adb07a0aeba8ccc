import CJSONC

/// A JSON document: json-c's values, joined node by node with the scanner's places.
public struct JSONReader {
    /// The outermost value.
    public let root: JSONNode
    /// What other readers may take differently, in the order of the text.
    public let oddities: [JSONOddity]

    /// Reads the JSON document that fills `range` of `bytes` (all by default). Spans count from the
    /// beginning of `bytes`.
    ///
    /// - Throws: `JSONSyntaxError` where RFC 8259, or json-c, refuses the text.
    public init(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONSyntaxError) {
        try self.init(bytes, in: range, inPiecesOf: 1 << 18)
    }

    /// Reads a JSON document, one of more than `size` bytes in pieces of so many.
    init(_ bytes: [UInt8], in range: Range<Int>? = nil, inPiecesOf size: Int) throws(JSONSyntaxError) {
        guard bytes.count < Int(UInt32.max) else {
            throw JSONSyntaxError(message: "the document is larger than 4 GiB", span: .at(0))
        }
        let range = range ?? 0..<bytes.count
        let result: Result<JSONReader, JSONSyntaxError> = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONSyntaxError) in try JSONReader(buffer, in: range, inPiecesOf: size) }
        }
        self = try result.get()
    }

    private init(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, inPiecesOf size: Int
    ) throws(JSONSyntaxError) {
        let scanned = try SpanScanner.scan(bytes, in: range)
        guard let body = scanned.entries.first?.span else {
            throw JSONSyntaxError(message: "the document is empty", span: .at(range.lowerBound))
        }
        var join = JSONJoin(bytes: bytes, scanned, pool: .taken())
        defer { join.giveBackPool() }
        if body.count > size {
            try join.read(inPiecesOf: size)
        } else {
            let value: JSONCValue
            do {
                value = try Self.value(bytes, in: body.range, without: scanned.gaps)
            } catch {
                throw JSONSyntaxError(error, in: body)
            }
            try join.read(value.pointer)
        }
        root = JSONNode(of: join.tree, at: 0)
        oddities =
            join.oddities.isEmpty ? scanned.oddities : (scanned.oddities + join.oddities).sorted { $0.span < $1.span }
    }

    /// json-c's reading of a value. Most bytes of an indented text are white space, and json-c looks at each: it gets
    /// the text without. Where it refuses that, it says the place in the text as it is.
    private static func value(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, without gaps: [SourceSpan]
    ) throws(JSONC.Refusal) -> JSONCValue {
        guard let source = UnsafeRawPointer(bytes.baseAddress), gaps.contains(where: { range.contains(Int($0.start)) })
        else {
            return try JSONC.parse(UnsafeBufferPointer(rebasing: bytes[range]))
        }
        let text = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count, alignment: 1)
        defer { text.deallocate() }
        var (start, count) = (range.lowerBound, 0)
        func take(upTo end: Int) {
            text.baseAddress?.advanced(by: count).copyMemory(from: source + start, byteCount: end - start)
            count += end - start
        }
        for gap in gaps where range.contains(Int(gap.start)) {
            take(upTo: Int(gap.start))
            start = Int(gap.end)
        }
        take(upTo: range.upperBound)
        do {
            return try JSONC.parse(UnsafeBufferPointer(text[..<count].bindMemory(to: UInt8.self)))
        } catch {
            return try JSONC.parse(UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }
}

extension JSONSyntaxError {
    /// json-c's refusal of the text at a span.
    init(_ refusal: JSONC.Refusal, in span: SourceSpan) {
        self.init(
            message: "json-c refuses the document: \(refusal.message)",
            span: .at(min(Int(span.end), Int(span.start) + refusal.offset)))
    }
}
