extension ServiceCatalogue {
    /// How the catalogue stands to the name of a Region, or to a pattern of such names.
    public enum RegionStanding: Sendable {
        /// It is a Region, or a pattern that some Region's name matches.
        case known
        /// No Region is called so.
        case unknown
        /// The catalogue names no Regions, as older ones do not.
        case unclear
    }

    /// How the catalogue stands to the name of a Region, or to a pattern with `*` and `?`.
    public func standing(ofRegion pattern: String, ignoringCase: Bool = false) -> RegionStanding {
        // Most names are right, and found without a look at the others.
        if let name = line(.region, pattern)?.name { return ignoringCase || name == pattern ? .known : .unknown }
        let names = regionNames
        if names.isEmpty { return .unclear }
        return names.contains { GlobPattern.matches($0, pattern: pattern, ignoringCase: ignoringCase) }
            ? .known : .unknown
    }

    /// The partition of a Region; nil where the catalogue does not know the Region by just this name.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.
    func partition(ofRegion name: some StringProtocol) -> String? {
        guard let line = line(.region, name), line.name == name else { return nil }
        return line.field(2)
    }

    /// Whether some letters are just the name of a Region of a partition.
    func isRegion(_ name: CatalogueSearch.Bytes, ofPartition partition: CatalogueSearch.Bytes) -> Bool {
        searching { search in
            guard let line = search.line(.region, named: name).map({ CatalogueLine(text, $0) }) else { return false }
            return line.withField(1) { $0.elementsEqual(name) } && line.withField(2) { $0.elementsEqual(partition) }
        }
    }

    /// Whether a text begins like an ARN with something for its Region, but no Region of its partition.
    func hasDoubtfulRegion(_ text: String) -> Bool {
        text.withBytes { bytes in
            func field(behind colon: Int) -> Range<Int>? {
                let start = colon + 1
                return bytes.firstPlace(of: UInt8(ascii: ":"), in: start..<bytes.count).map { start..<$0 }
            }
            guard bytes.isLikeARN, let partition = field(behind: 3),
                let service = field(behind: partition.upperBound), let region = field(behind: service.upperBound),
                !region.isEmpty
            else { return false }
            // A quick look: what begins with `*` is a pattern of any Region.
            if bytes[region.lowerBound] == UInt8(ascii: "*") { return false }
            return !isRegion(
                UnsafeBufferPointer(rebasing: bytes[region]),
                ofPartition: UnsafeBufferPointer(rebasing: bytes[partition]))
        }
    }

    /// Whether the catalogue names any Regions.
    var hasRegions: Bool { hasRegion(withPrefix: "") }

    /// Whether the name of a Region begins so.
    func hasRegion(withPrefix prefix: some StringProtocol) -> Bool { !lines(.region, withPrefix: prefix).isEmpty }

    /// The name of the Region that a name is a slip of.
    public func nearestRegion(to name: String) -> String? { NearestWord.find(name, among: regionNames) }

    /// The names of the Regions of all partitions.
    public var regionNames: [String] { lines(.region, withPrefix: "").map(\.name) }
}
