/// What is known of AWS's services: their actions, resource types, condition keys and principals, with the
/// date of the knowledge. One sorted text, searched in place; names are compared without case and given back
/// as AWS spells them.
public struct ServiceCatalogue: Sendable {
    let text: CatalogueText
    private let givenSections: CatalogueSections?

    /// The catalogue in the program.
    public static let embedded = ServiceCatalogue()

    private init() {
        text = .embedded
        givenSections = nil
    }

    /// A catalogue that a person gave.
    ///
    /// - Throws: `CatalogueError` at the first line that is not as it should be.
    public init(_ bytes: [UInt8]) throws(CatalogueError) {
        try CatalogueCheck.check(bytes)
        text = .given(bytes)
        givenSections = bytes.withUnsafeBufferPointer { CatalogueSections($0) }
    }

    /// The day of its facts: `2026-10-27`.
    public var date: String {
        text.withBytes { bytes in
            let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
            return String(decoding: line.suffix(CatalogueCheck.dateLength), as: UTF8.self)
        }
    }

    /// Where its facts come from: package, version, licence, author, what was taken.
    public var sources: [String] {
        let head = text.withBytes { bytes in
            String(decoding: bytes.prefix(sections.lines(of: .action).lowerBound), as: UTF8.self)
        }
        let mark = "# source: "
        return head.split(separator: "\n").filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }

    /// The name of a service: `Amazon S3` of `s3`.
    public func serviceName(_ prefix: some StringProtocol) -> String? { line(.service, prefix)?.field(2) }

    /// Whether it knows a service.
    public func hasService(_ prefix: some StringProtocol) -> Bool { range(.service, prefix) != nil }

    /// What is known of an action, by its whole name.
    public func action(_ name: some StringProtocol) -> ServiceAction? { line(.action, name).map(ServiceAction.init) }

    /// Whether AWS has dropped this action.
    public func isFormerAction(_ name: some StringProtocol) -> Bool { range(.former, name) != nil }

    /// Whether AWS has dropped actions of this service, all of them if it is not known any more.
    public func hasFormerActions(ofService prefix: some StringProtocol) -> Bool {
        let start = Self.folded(prefix) + [UInt8(ascii: ":")]
        return searching(.former) { search, lines in !search.lines(withPrefix: start, in: lines).isEmpty }
    }

    /// What is known of a resource type, by prefix and name: `s3:bucket`.
    public func resource(_ name: some StringProtocol) -> ServiceResource? {
        line(.resource, name).map(ServiceResource.init)
    }

    /// All resource types of a service.
    public func resources(ofService prefix: some StringProtocol) -> [ServiceResource] {
        let start = Self.folded(prefix) + [UInt8(ascii: ":")]
        return lines(.resource, withPrefix: start).map(ServiceResource.init)
    }

    // MARK: Search

    /// Where the lines of each kind lie.
    var sections: CatalogueSections { givenSections ?? .embedded }

    /// Hands `body` the lines of a kind and what searches them.
    func searching<Result>(_ kind: CatalogueKind, _ body: (CatalogueSearch, Range<Int>) -> Result) -> Result {
        let lines = sections.lines(of: kind)
        return text.withBytes { body(CatalogueSearch(bytes: $0, nameOffset: kind.rawValue.utf8.count + 1), lines) }
    }

    /// The lines of a kind whose names begin with `prefix`, in lower case.
    func lines(_ kind: CatalogueKind, withPrefix prefix: [UInt8]) -> [CatalogueLine] {
        searching(kind) { search, lines in
            var result: [CatalogueLine] = []
            let found = search.lines(withPrefix: prefix, in: lines)
            var start = found.lowerBound
            while start < found.upperBound {
                let next = search.lineEnd(start)
                result.append(CatalogueLine(text, start..<next))
                start = next
            }
            return result
        }
    }

    func line(_ kind: CatalogueKind, _ name: some StringProtocol) -> CatalogueLine? {
        range(kind, name).map { CatalogueLine(text, $0) }
    }

    private func range(_ kind: CatalogueKind, _ name: some StringProtocol) -> Range<Int>? {
        searching(kind) { search, lines in search.line(named: Self.folded(name), in: lines) }
    }

    /// A name's bytes in lower case.
    static func folded(_ name: some StringProtocol) -> [UInt8] { name.utf8.map(\.asciiLowercased) }
}
