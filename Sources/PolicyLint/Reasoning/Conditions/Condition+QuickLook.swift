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

    /// Whether the condition may hold only for requests for which another one of the same key holds. Only values of
    /// texts are looked at.
    func mayImply(_ other: Condition) -> Bool {
        guard listsTexts, other.listsTexts else { return true }
        return values.indices.allSatisfy { index in
            other.values.indices.contains { place in
                GlobPattern.mayCover(
                    other.values[place].value, other.sketches[place], values[index].value, sketches[index],
                    ignoringCase: false)
            }
        }
    }

    /// Whether it lists the texts that its key may have, which must be there.
    fileprivate var listsTexts: Bool {
        guard let test = self.operator, !test.holdsWithoutKey else { return false }
        return test.name == .stringEquals || test.name == .stringLike
    }
}

extension Statement {
    /// Whether the conditions of another statement may hold for every request for which those of this one hold.
    func mayImply(conditionsOf other: Statement) -> Bool {
        other.conditions.allSatisfy { theirs in
            !theirs.listsTexts || conditions.contains { $0.isOn(theirs.key) && $0.mayImply(theirs) }
        }
    }

    /// Whether two conditions are on the same key.
    var repeatsConditionKey: Bool {
        let conditions = conditions
        return conditions.indices.contains { index in
            conditions[..<index].contains { $0.keyHash == conditions[index].keyHash }
        }
    }
}
