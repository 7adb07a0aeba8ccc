/// One row of a CSV text (RFC 4180). Rows that are empty are left out.
struct CSVRow: Sendable {
    /// The cells; the span of a quoted one is what stands between its quotes.
    let cells: [Located<String>]
    /// The row without its line break.
    let span: SourceSpan

    /// The rows of a text, past a byte order mark.
    static func rows(of bytes: [UInt8]) -> [CSVRow] {
        var reader = Reader(bytes: bytes, index: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        var rows: [CSVRow] = []
        while let row = reader.next() {
            if row.cells.count > 1 || !(row.cells.first?.value.isEmpty ?? true) { rows.append(row) }
        }
        return rows
    }

    private struct Reader {
        let bytes: [UInt8]
        var index: Int

        mutating func next() -> CSVRow? {
            guard index < bytes.count else { return nil }
            let start = index
            var cells: [Located<String>] = []
            while true {
                cells.append(bytes.indices.contains(index) && bytes[index] == UInt8(ascii: "\"") ? quoted() : plain())
                guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
                index += 1
            }
            let end = index
            if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            return CSVRow(cells: cells, span: SourceSpan(start, end))
        }

        private mutating func plain() -> Located<String> {
            let start = index
            while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
            let range = TextLine.trim(start..<index, in: bytes)
            return Located(bytes.string(range), at: SourceSpan(range))
        }

        private mutating func quoted() -> Located<String> {
            index += 1
            let start = index
            var content: [UInt8] = []
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "\"") {
                    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
                    index += 1
                }
                content.append(bytes[index])
                index += 1
            }
            let span = SourceSpan(start, index)
            // What stands between the closing quote and the comma belongs to no cell.
            while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
            return Located(String(decoding: content, as: UTF8.self), at: span)
        }

        private func isEnd(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
    }
}
