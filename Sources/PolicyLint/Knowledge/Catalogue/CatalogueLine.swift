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
        text.withBytes { bytes in
            var start = range.lowerBound
            let end = range.upperBound - 1
            for _ in 0..<position {
                guard let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) else { return "" }
                start = tab + 1
            }
            let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
            let field = bytes[start..<stop]
            return field.elementsEqual("-".utf8) ? "" : String(decoding: field, as: UTF8.self)
        }
    }

    /// The elements of a field that holds a list.
    func list(_ position: Int) -> [Substring] { field(position).split(separator: ",") }

    /// The line's name.
    var name: String { field(1) }
}
