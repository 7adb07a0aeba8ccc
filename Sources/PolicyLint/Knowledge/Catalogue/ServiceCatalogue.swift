/// What is known of AWS's services: their actions, resource types, condition keys and principals, with the
/// date of the knowledge. One sorted text, searched in place; names are compared without case and given back
/// as AWS spells them.
public struct ServiceCatalogue: Sendable {
    let text: CatalogueText
    let memory = CatalogueMemory()
    private let givenIndex: [UInt64]?

    /// The catalogue in the program.
    public static let embedded = ServiceCatalogue()

    private init() {
        text = .embedded
        givenIndex = nil
    }

    /// A catalogue that a person gave.
    ///
    /// - Throws: `CatalogueError` at the first line that is not as it should be.
    public init(_ bytes: [UInt8]) throws(CatalogueError) {
        try CatalogueCheck.check(bytes)
        text = .given(bytes)
        givenIndex = bytes.withUnsafeBufferPointer { CatalogueOutline($0).words }
    }

    /// The day of its facts: `2026-10-27`.
    public var date: String {
        text.withBytes { bytes in
            String(decoding: bytes[..<(bytes.lineEnd(0) - 1)].suffix(CatalogueCheck.dateLength), as: UTF8.self)
        }
    }

    /// Where its facts come from: package, version, licence, author, what was taken.
    public var sources: [String] {
        let mark = "# source: "
        return text.withBytes { bytes in
            var result: [String] = []
            var start = 0
            while bytes[start] == UInt8(ascii: "#") {
                let line = bytes[start..<(bytes.lineEnd(start) - 1)]
                if line.starts(with: mark.utf8) {
                    result.append(String(decoding: line.dropFirst(mark.utf8.count), as: UTF8.self))
                }
                start = bytes.lineEnd(start)
            }
            return result
        }
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
        hasFormerActions(matching: "\(prefix):*")
    }

    /// Whether AWS has dropped actions that a pattern matches.
    public func hasFormerActions(matching pattern: String) -> Bool {
        searching { search in pattern.withBytes { search.hasLine(.former, matching: $0) } }
    }

    /// What IAM calls an action, or a service, that a person names as API, CLI or console do; empty where it
    /// is no such name.
    public func names(meantBy name: some StringProtocol) -> [String] {
        line(.otherName, name)?.list(2) ?? []
    }

    /// What is known of a resource type, by prefix and name: `s3:bucket`.
    public func resource(_ name: some StringProtocol) -> ServiceResource? {
        line(.resource, name).map(ServiceResource.init)
    }

    /// All resource types of a service.
    public func resources(ofService prefix: some StringProtocol) -> [ServiceResource] {
        lines(.resource, withPrefix: "\(prefix):").map(ServiceResource.init)
    }

    // MARK: Search

    /// Hands `body` what finds lines. Who looks many things up does so in one `body`.
    func searching<Result>(_ body: (CatalogueSearch) -> Result) -> Result {
        text.withBytes { bytes in
            guard let givenIndex else { return body(CatalogueSearch(bytes: bytes, index: .worthwhile)) }
            return givenIndex.withUnsafeBufferPointer {
                body(CatalogueSearch(bytes: bytes, index: CatalogueIndex($0)))
            }
        }
    }

    /// The lines of a kind whose names begin with `prefix`.
    func lines(_ kind: CatalogueKind, withPrefix prefix: some StringProtocol) -> [CatalogueLine] {
        searching { search in
            var result: [CatalogueLine] = []
            prefix.withBytes { prefix in
                search.forEachLine(kind, withPrefix: prefix) { line in
                    result.append(CatalogueLine(text, line))
                    return true
                }
            }
            return result
        }
    }

    func line(_ kind: CatalogueKind, _ name: some StringProtocol) -> CatalogueLine? {
        range(kind, name).map { CatalogueLine(text, $0) }
    }

    private func range(_ kind: CatalogueKind, _ name: some StringProtocol) -> Range<Int>? {
        searching { search in name.withBytes { search.line(kind, named: $0) } }
    }
}
