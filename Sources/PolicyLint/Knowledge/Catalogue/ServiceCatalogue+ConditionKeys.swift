extension ServiceCatalogue {
    /// The condition keys that AWS documents for an action or one of its resource types, as AWS spells them.
    public func conditionKeys(of action: ServiceAction) -> Set<String> {
        var keys = Set(action.ownConditionKeys)
        for type in action.resources { keys.formUnion(resource("\(action.service):\(type.name)")?.conditionKeys ?? []) }
        return keys
    }

    /// What is known of a condition key. A key that names a tag (`aws:ResourceTag/team`), or anything else that
    /// the key's own name has a placeholder for, is found under that name.
    public func conditionKey(_ name: String) -> ConditionKey? { conditionKey(name, TextHash(name)) }

    /// What is known of the key of a condition.
    func conditionKey(of condition: Condition) -> ConditionKey? { conditionKey(condition.key, condition.keyHash) }

    private func conditionKey(_ name: String, _ hash: TextHash) -> ConditionKey? {
        memory.keys.answer(name, hash) {
            searching { search in
                name.withBytes { search.conditionKey($0).map { ConditionKey(CatalogueLine(text, $0)) } }
            }
        }
    }
}

extension CatalogueSearch {
    /// The line of a condition key.
    fileprivate func conditionKey(_ name: Bytes) -> Range<Int>? {
        if let line = line(.key, named: name) { return line }
        // A placeholder may begin behind anything but a letter or digit. It comes before the letters.
        for (index, byte) in name.enumerated() where !byte.isLetter && !byte.isDigit {
            var found: Range<Int>?
            forEachLine(.key, withPrefix: Bytes(rebasing: name[...index])) { line in
                let next = bytes[line.lowerBound + Self.nameOffset + index + 1]
                if next.isLetter { return false }
                if Placeholders.matches(name, self.name(in: line)) { found = line }
                return found == nil
            }
            if let found { return found }
        }
        return nil
    }
}

/// Names with placeholders, each of which stands for one byte or more.
enum Placeholders {
    /// Whether a text fits a name with placeholders, letters compared without case.
    static func matches(_ text: some Collection<UInt8>, _ name: some Collection<UInt8>) -> Bool {
        NamePattern.matches(text, pattern(name))
    }

    /// The pattern of a name with placeholders.
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
