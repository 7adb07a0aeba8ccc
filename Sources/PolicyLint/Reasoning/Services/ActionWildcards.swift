/// The fewest wildcards that can stand for the actions of a list, and for no other that the catalogue knows.
///
/// A wildcard also matches what AWS adds later. So that this is of the same sort, a wildcard begins with whole words
/// of the action's name (`s3:GetObject*`, never `s3:GetObj*` or `s3:*`) and stands for actions of one access
/// level. Such wildcards lie within one another or apart, so the shortest of each are the fewest.
struct ActionWildcards {
    private let actions: [String]
    private let catalogue: ServiceCatalogue
    /// The actions of the catalogue that the list stands for.
    private let meant: Set<String>

    init(_ actions: [String], _ catalogue: ServiceCatalogue) {
        self.actions = actions
        self.catalogue = catalogue
        meant = Set(actions.filter(\.isOfOneService).flatMap { catalogue.actions(matching: $0).map(\.name) })
    }

    /// What takes the place of members of the list, by their positions: a wildcard in that of its first one,
    /// nothing in that of the others.
    var replacements: [Int: [String]] {
        var stems: [String] = []
        var known: [String: Bool] = [:]
        for name in meant.sorted() {
            let stem = Self.stems(of: name).first { stem in
                if let answer = known[stem] { return answer }
                let answer = canStand(for: stem)
                known[stem] = answer
                return answer
            }
            if let stem, !stems.contains(where: stem.hasPrefixIgnoringCase) { stems.append(stem) }
        }
        var replacements: [Int: [String]] = [:]
        for stem in stems {
            let members = members(beginningWith: stem)
            guard members.count > 1 else { continue }
            for member in members { replacements[member] = [] }
            replacements[members[0]] = [stem + "*"]
        }
        return replacements
    }

    /// Whether the wildcard of a stem stands for nothing but what the list stands for.
    private func canStand(for stem: String) -> Bool {
        let matching = catalogue.actions(matching: stem + "*")
        guard let level = matching.first?.level, matching.allSatisfy({ $0.level == level && meant.contains($0.name) })
        else { return false }
        // A name that is a slip stays to be seen, and what AWS has dropped stays dropped.
        return !catalogue.hasFormerActions(matching: stem + "*")
            && members(beginningWith: stem).allSatisfy { !catalogue.actions(matching: actions[$0]).isEmpty }
    }

    private func members(beginningWith stem: String) -> [Int] {
        actions.indices.filter { actions[$0].hasPrefixIgnoringCase(stem) }
    }

    /// The beginnings of an action's name that end with a word of it, the shortest first: of
    /// `iam:GetSAMLProvider` they are `iam:Get`, `iam:GetSAML` and the whole name.
    private static func stems(of name: String) -> [String] {
        let bytes = Array(name.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return [] }
        var ends = bytes.indices.dropFirst(colon + 2).filter { index in
            let isNextSmall = index + 1 < bytes.count && !bytes[index + 1].isUppercase
            return bytes[index].isUppercase && (!bytes[index - 1].isUppercase || isNextSmall)
        }
        ends.append(bytes.count)
        return ends.map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }
}

extension UInt8 {
    fileprivate var isUppercase: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
}
