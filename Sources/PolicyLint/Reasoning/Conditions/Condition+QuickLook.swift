/// Quick looks at conditions, which spare most of them from being read in full.
extension Condition {
    /// Whether the condition holds for a request that does not carry the key; an operator that was not
    /// understood does not.
    var holdsWithoutKey: Bool {
        guard let test = self.operator else { return false }
        if values.isEmpty { return test.setPrefix != .forAnyValue }
        return test.name == .null ? values.contains { $0.value.equalsIgnoringCase("true") } : test.holdsWithoutKey
    }

    /// Whether the values of the list together may be all there are: one of them must be nothing but
    /// wildcards, or, for other operators than those of texts, several must share everything among them.
    var mayListEverything: Bool {
        switch self.operator?.name {
        case .stringLike, .stringNotLike, .arnEquals, .arnLike, .arnNotEquals, .arnNotLike:
            traits.contains(.wildcard)
                && values.contains { value in
                    value.value.utf8.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
                }
        case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase, .binaryEquals, nil:
            false
        default: values.count > 1
        }
    }
}

extension Statement {
    /// Whether two conditions are on the same key.
    var repeatsConditionKey: Bool {
        let conditions = conditions
        return conditions.indices.contains { index in
            conditions[..<index].contains { $0.keyHash == conditions[index].keyHash }
        }
    }
}
