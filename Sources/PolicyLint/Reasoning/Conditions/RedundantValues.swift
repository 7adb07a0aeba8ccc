/// The values of a condition that change nothing, since another value of the list matches all that they
/// match.
///
/// All of them can be removed together, and values that are written alike are left alone, as with
/// `RedundantPatterns`.
enum RedundantValues {
    /// The values that change nothing, in their order.
    static func find(in condition: Condition, hasVariables: Bool) -> [RedundantPatterns.Finding] {
        guard condition.values.count > 1, let test = condition.operator, condition.unrecognised.isEmpty else {
            return []
        }
        let values = condition.values
        switch test.name {
        case .stringLike, .stringNotLike:
            return RedundantPatterns.find(in: values, as: .values(hasVariables: hasVariables))
        case .arnEquals, .arnLike, .arnNotEquals, .arnNotLike:
            return RedundantPatterns.find(in: values, as: .resources(hasVariables: hasVariables))
        // Two texts are the same or not, and both booleans together are for other eyes.
        case .stringEquals, .stringNotEquals, .binaryEquals, .bool, .null: return []
        default: return find(values.map(\.value), of: test.name, hasVariables)
        }
    }

    private static func find(
        _ values: [String], of name: ConditionOperator.Name, _ hasVariables: Bool
    ) -> [RedundantPatterns.Finding] {
        let lists = values.compactMap { ValueList([$0], of: name, hasVariables: hasVariables) }
        guard lists.count == values.count else { return [] }
        var covers: [Int: Int] = [:]
        for member in lists.indices {
            covers[member] = lists.indices.first { cover in
                guard cover != member, covers[cover] == nil, values[cover] != values[member],
                    lists[cover].covers(lists[member]) == .yes
                else { return false }
                // Of two that match the same, the first one stays.
                return cover < member || lists[member].covers(lists[cover]) != .yes
            }
        }
        return covers.sorted { $0.key < $1.key }.map { member, cover in
            var cover = cover
            while let wider = covers[cover] { cover = wider }
            return RedundantPatterns.Finding(member: member, cover: cover)
        }
    }
}
