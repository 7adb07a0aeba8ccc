extension ServiceCatalogue {
    /// The condition keys that AWS documents for an action or one of its resource types, as AWS spells them.
    public func conditionKeys(of action: ServiceAction) -> Set<String> {
        var keys = Set(action.ownConditionKeys)
        for type in action.resources { keys.formUnion(resource("\(action.service):\(type.name)")?.conditionKeys ?? []) }
        return keys
    }

    /// What is known of a condition key. A key that names a tag (`aws:ResourceTag/team`), or anything else that
    /// the key's own name has a placeholder for, is found under that name.
    public func conditionKey(_ name: some StringProtocol) -> ConditionKey? {
        if let line = line(.key, name) { return ConditionKey(line) }
        let folded = Self.folded(name)
        return searching(.key) { search, lines in
            for (index, byte) in folded.enumerated() where Self.maySeparate(byte) {
                for mark in Self.placeholderMarks {
                    if let found = placeholder(folded, at: index + 1, mark, search, lines) { return found }
                }
            }
            return nil
        }
    }

    /// The key with a placeholder at `index`, if there is one and the rest of the name fits.
    private func placeholder(
        _ name: [UInt8], at index: Int, _ mark: [UInt8], _ search: CatalogueSearch, _ lines: Range<Int>
    ) -> ConditionKey? {
        let candidates = search.lines(withPrefix: name[..<index] + mark, in: lines)
        var start = candidates.lowerBound
        while start < candidates.upperBound {
            if Placeholders.matches(name, search.name(at: start)) {
                return ConditionKey(CatalogueLine(text, start..<search.lineEnd(start)))
            }
            start = search.lineEnd(start)
        }
        return nil
    }

    /// Whether a placeholder may begin behind the byte.
    private static func maySeparate(_ byte: UInt8) -> Bool { !byte.isLetter && !byte.isDigit }

    /// How placeholders begin: `${TagKey}`, `<key>`.
    private static let placeholderMarks = [Array("${".utf8), Array("<".utf8)]
}

/// Names with placeholders, each of which stands for one byte or more.
enum Placeholders {
    /// Whether a text fits a name with placeholders, letters compared without case.
    static func matches(_ text: some Collection<UInt8>, _ name: some Collection<UInt8>) -> Bool {
        GlobPattern.matches(text, pattern: pattern(name), ignoringCase: true)
    }

    /// The glob pattern of a name with placeholders.
    static func pattern(_ name: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var isInside = false
        for byte in name {
            switch byte {
            case UInt8(ascii: "$"), UInt8(ascii: "<"):
                if !isInside { result += Array("?*".utf8) }
                isInside = true
            case UInt8(ascii: "}"), UInt8(ascii: ">"): isInside = false
            default:
                if !isInside { result.append(byte) }
            }
        }
        return result
    }
}
