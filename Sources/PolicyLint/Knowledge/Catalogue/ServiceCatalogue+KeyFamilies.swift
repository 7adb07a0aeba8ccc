/// The condition keys of actions, where it does not matter for which tag they are.
extension ServiceCatalogue {
    /// The keys that AWS documents for an action, or for one of its resource types.
    func keyFamilies(of action: ServiceAction) -> Set<KeyFamily> {
        memory.keysOfActions.answer(action.line.range.lowerBound) {
            var families = Set(action.ownConditionKeys.map(KeyFamily.init))
            let service = action.service
            for type in action.resources { families.formUnion(keyFamilies(ofType: "\(service):\(type.name)")) }
            return families
        }
    }

    private func keyFamilies(ofType name: String) -> Set<KeyFamily> {
        memory.keysOfTypes.answer(name) { Set((resource(name)?.conditionKeys ?? []).map(KeyFamily.init)) }
    }

    /// The keys that AWS documents for any action or resource type of a service.
    func keyFamilies(ofService prefix: some StringProtocol) -> Set<KeyFamily> {
        memory.keysOfServices.answer(String(prefix)) {
            let keys =
                resources(ofService: prefix).flatMap(\.conditionKeys)
                + actions(matching: "\(prefix):*").flatMap(\.ownConditionKeys)
            return Set(keys.map(KeyFamily.init))
        }
    }
}

/// A condition key without regard to case, and without what stands for a tag, which lists write in several ways.
/// Only hashes are compared; that two keys have the same is not to be expected.
struct KeyFamily: Hashable, Sendable {
    private let hash: TextHash

    /// The family of a key.
    init(_ key: String) {
        hash = key.withBytes { bytes in
            TextHash(bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "$") })
        }
    }
}
