/// A list of which the export may hold all, a part or nothing.
public struct Listing<Element: Sendable>: Sendable {
    /// How much of the list is there.
    public enum Extent: Hashable, Sendable {
        /// All of it: what is not in it does not exist.
        case whole
        /// A part: a page of it, or what other answers happen to mention.
        case partial
        /// Two answers differ, and nothing tells which is the newer one.
        case contradictory
        /// AWS did not let the exporter see it.
        case refused
        /// The export does not speak of it.
        case unknown
    }

    /// What the export holds.
    public internal(set) var elements: [Element]
    /// How much that is.
    public internal(set) var extent: Extent
    /// The answers that list it, or refuse to.
    public internal(set) var sources: [Evidence]

    /// The numbers of elements in the answers that list all.
    var counts: [Int] = []

    init(_ elements: [Element] = [], extent: Extent = .unknown, sources: [Evidence] = []) {
        self.elements = elements
        self.extent = extent
        self.sources = sources
    }

    /// Whether all of it is there.
    public var isWhole: Bool { extent == .whole }

    /// Whether it is known that nothing is in it.
    public var isKnownEmpty: Bool { isWhole && elements.isEmpty }

    /// Why the list may miss something, in words that name what is listed; nil where it is whole.
    public func gap(_ what: String) -> EvidenceGap? {
        switch extent {
        case .whole: nil
        case .partial: EvidenceGap("the export may not hold all \(what)", sources)
        case .contradictory: EvidenceGap("two answers differ on the \(what)", sources)
        case .refused: EvidenceGap("AWS did not let the exporter list the \(what)", sources)
        case .unknown: EvidenceGap("the export holds no list of \(what)", sources)
        }
    }
}
