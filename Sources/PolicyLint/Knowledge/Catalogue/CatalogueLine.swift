/// One line of a catalogue, taken apart when somebody asks.
struct CatalogueLine: Sendable {
    private let text: CatalogueText
    /// Where it stands in the text.
    let range: Range<Int>

    init(_ text: CatalogueText, _ range: Range<Int>) {
        self.text = text
        self.range = range
    }

    /// The field at a position, from 1, the name, which stands behind the kind; empty where the line has none.
    func field(_ position: Int) -> String {
        withField(position) { String(decoding: $0, as: UTF8.self) }
    }

    /// The elements of a field that holds a list.
    func list(_ position: Int) -> [String] { list(position) { String(decoding: $0, as: UTF8.self) } }

    /// What `transform` makes of the elements of a field that holds a list.
    func list<Element>(_ position: Int, _ transform: (CatalogueSearch.Bytes) -> Element) -> [Element] {
        withField(position) { bytes in
            var elements: [Element] = []
            let comma = UInt8(ascii: ",")
            var start = 0
            while start < bytes.count {
                let end = bytes.place(of: comma, from: start, to: bytes.count)
                if start < end { elements.append(transform(CatalogueSearch.Bytes(rebasing: bytes[start..<end]))) }
                start = end + 1
            }
            return elements
        }
    }

    /// Hands `body` the bytes of a field, without copying them.
    func withField<Result>(_ position: Int, _ body: (CatalogueSearch.Bytes) -> Result) -> Result {
        text.withBytes { bytes in
            let end = range.upperBound - 1
            func tab(behind start: Int) -> Int {
                bytes.place(of: UInt8(ascii: "\t"), from: start, to: end)
            }
            // The kind is one letter.
            var start = range.lowerBound + CatalogueSearch.nameOffset
            var fieldEnd = tab(behind: start)
            for _ in 1..<position {
                start = min(fieldEnd + 1, end)
                fieldEnd = tab(behind: start)
            }
            let isNone = fieldEnd == start + 1 && bytes[start] == UInt8(ascii: "-")
            return body(CatalogueSearch.Bytes(rebasing: bytes[start..<(isNone ? start : fieldEnd)]))
        }
    }

    /// The line's name.
    var name: String { field(1) }
}
