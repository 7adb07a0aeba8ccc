/// One line of a catalogue, taken apart when somebody asks.
struct CatalogueLine: Sendable {
    private let text: CatalogueText
    /// Where it stands in the text.
    let range: Range<Int>

    init(_ text: CatalogueText, _ range: Range<Int>) {
        self.text = text
        self.range = range
    }

    /// The field at a position, from 0, the kind; empty where the line has none.
    func field(_ position: Int) -> String {
        withField(position) { String(decoding: $0, as: UTF8.self) }
    }

    /// The elements of a field that holds a list.
    func list(_ position: Int) -> [String] { list(position) { String(decoding: $0, as: UTF8.self) } }

    /// What `transform` makes of the elements of a field that holds a list.
    func list<Element>(_ position: Int, _ transform: (CatalogueSearch.Bytes) -> Element) -> [Element] {
        withField(position) { bytes in
            var elements: [Element] = []
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: ",") {
                if start < index { elements.append(transform(CatalogueSearch.Bytes(rebasing: bytes[start..<index]))) }
                start = index + 1
            }
            return elements
        }
    }

    /// Hands `body` the bytes of a field, without copying them.
    func withField<Result>(_ position: Int, _ body: (CatalogueSearch.Bytes) -> Result) -> Result {
        text.withBytes { bytes in
            let end = range.upperBound - 1
            var start = range.lowerBound
            var index = start
            var tabs = 0
            while index < end {
                if bytes[index] == UInt8(ascii: "\t") {
                    if tabs == position { break }
                    tabs += 1
                    start = index + 1
                }
                index += 1
            }
            if tabs < position || (index == start + 1 && bytes[start] == UInt8(ascii: "-")) {
                return body(CatalogueSearch.Bytes(rebasing: bytes[end..<end]))
            }
            return body(CatalogueSearch.Bytes(rebasing: bytes[start..<index]))
        }
    }

    /// The line's name.
    var name: String { field(1) }
}
