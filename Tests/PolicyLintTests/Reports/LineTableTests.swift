import Testing

@testable import PolicyLint

@Suite struct LineTableTests {
    @Test("Lines end with LF, CRLF or a lone CR")
    func lineEnds() {
        let bytes = Array("a\nbc\r\nd\re".utf8)
        let table = LineTable(bytes)
        #expect(table.count == 4)
        #expect(
            (1...4).map { String(decoding: bytes[table.content(ofLine: $0)], as: UTF8.self) } == ["a", "bc", "d", "e"])
        #expect((0..<bytes.count).map(table.line) == [1, 1, 2, 2, 2, 2, 3, 3, 4])
    }

    @Test("Columns count code points, UTF-16 units and bytes")
    func columns() {
        let position = LineTable(Array("x\né🙂z".utf8)).position(at: 8)
        #expect(
            position == TextPosition(offset: 8, characterOffset: 4, line: 2, column: 3, utf16Column: 4, utf8Column: 7))
    }

    @Test("A byte order mark is no column")
    func byteOrderMark() {
        let table = LineTable([0xEF, 0xBB, 0xBF] + Array("ab\nc".utf8))
        #expect(table.position(at: 4).column == 2)
        #expect((0...4).map { table.position(at: $0).characterOffset } == [0, 0, 0, 0, 1])
        #expect((0...4).map(table.isInByteOrderMark) == [true, true, true, false, false])
        #expect(table.position(at: 6).line == 2)
    }

    @Test("Columns deep in a long line are the same as counted from its beginning")
    func checkpoints() {
        let text = String(repeating: "aé🙂全", count: 3000)
        let table = LineTable(Array(text.utf8))
        for count in [0, 1, 2047, 2048, 4096, 11_999] {
            let prefix = text.unicodeScalars.prefix(count)
            let position = table.position(at: String(prefix).utf8.count)
            #expect(position.column == count + 1)
            #expect(position.utf16Column == String(prefix).utf16.count + 1)
        }
        #expect(table.position(at: .max).column == 12_001)
    }

    @Test("Lines are the same as counted one by one, wherever they end", arguments: [1, 2, 5, 40, 600])
    func manyLines(length: Int) {
        var generator = SeededGenerator(seed: UInt64(length))
        for _ in 0..<5 {
            let text = (0..<200).map { _ in
                String(repeating: "aé", count: Int.random(in: 0..<length, using: &generator))
                    + ["\n", "\r\n", "\r", "\n\n"].randomElement(using: &generator)!
            }.joined()
            let bytes = Array(text.utf8)
            let table = LineTable(bytes)
            var starts = [0]
            for index in bytes.indices {
                let isReturn = bytes[index] == 13 && !bytes[(index + 1)...].starts(with: [10])
                if bytes[index] == 10 || isReturn { starts.append(index + 1) }
            }
            #expect(table.count == starts.count)
            for (number, start) in starts.enumerated() {
                #expect(table.position(at: start).line == number + 1)
                #expect(table.position(at: start).utf8Column == 1)
                #expect(table.content(ofLine: number + 1).lowerBound == start)
                if start > 0 { #expect(table.line(at: start - 1) == number) }
            }
        }
    }

    @Test("An empty file has one empty line")
    func empty() {
        let table = LineTable([])
        #expect(table.count == 1)
        #expect(
            table.position(at: 0)
                == TextPosition(offset: 0, characterOffset: 0, line: 1, column: 1, utf16Column: 1, utf8Column: 1))
        #expect(table.content(ofLine: 1).isEmpty)
    }
}
