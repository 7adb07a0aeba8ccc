/// The condition keys of actions, where it does not matter for which tag they are.
extension ServiceCatalogue {
    /// A key in lower case, without what stands for a tag, which lists write in several ways.
    static func keyFamily(_ key: String) -> String {
        let end = key.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "$") }
        return key[..<(end ?? key.endIndex)].lowercased()
    }

    /// The keys that AWS documents for an action, or for one of its resource types.
    func keyFamilies(of action: ServiceAction) -> Set<String> {
        memory.keysOfActions.answer(action.line.range.lowerBound) {
            var families = Set(action.ownConditionKeys.map(Self.keyFamily))
            for type in action.resources {
                families.formUnion(keyFamilies(ofType: "\(action.service):\(type.name)"))
            }
            return families
        }
    }

    private func keyFamilies(ofType name: String) -> Set<String> {
        memory.keysOfTypes.answer(name) { Set((resource(name)?.conditionKeys ?? []).map(Self.keyFamily)) }
    }

    /// The keys that AWS documents for any action or resource type of a service.
    func keyFamilies(ofService prefix: some StringProtocol) -> Set<String> {
        memory.keysOfServices.answer(String(prefix)) {
            let keys =
                resources(ofService: prefix).flatMap(\.conditionKeys)
                + actions(matching: "\(prefix):*").flatMap(\.ownConditionKeys)
            return Set(keys.map(Self.keyFamily))
        }
    }
}
