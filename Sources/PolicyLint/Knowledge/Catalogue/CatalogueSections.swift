/// Where the lines of each kind lie in a catalogue's text.
struct CatalogueSections: Sendable {
    private let ends: [Int]
    private let start: Int

    /// Finds them by bisecting.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Kinds are searched like names that stand at the beginning of their lines.
        let search = CatalogueSearch(bytes: bytes, nameOffset: 0)
        let all = 0..<bytes.count
        start = search.firstLine(notBefore: Array(CatalogueKind.allCases[0].rawValue.utf8), in: all)
        ends = CatalogueKind.allCases.map { search.lines(withPrefix: Array($0.rawValue.utf8), in: all).upperBound }
    }

    /// The lines of a kind.
    func lines(of kind: CatalogueKind) -> Range<Int> {
        let index = CatalogueKind.allCases.firstIndex(of: kind) ?? 0
        return (index == 0 ? start : ends[index - 1])..<ends[index]
    }

    /// Those of the catalogue in the program, found when they are first asked for.
    static let embedded = CatalogueText.embedded.withBytes { CatalogueSections($0) }
}
