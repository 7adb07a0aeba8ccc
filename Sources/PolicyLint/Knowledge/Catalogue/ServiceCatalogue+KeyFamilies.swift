/// The condition keys of actions, where it does not matter for which tag they are.
extension ServiceCatalogue {
    /// The keys that AWS documents for an action, or for one of its resource types.
    func keyFamilies(of action: ServiceAction) -> Set<KeyFamily> {
        memory.keysOfActions.answer(action.line.range.lowerBound) {
            var families = Set(action.ownKeyFamilies)
            for type in action.resources { families.formUnion(keyFamilies(of: type, of: action)) }
            return families
        }
    }

    /// The resource types of which a request for an action always names one, and for which AWS documents no key of the
    /// family: none, where it documents one for the action itself.
    func requiredTypes(of action: ServiceAction, without family: KeyFamily) -> [String] {
        if action.ownKeyFamilies.contains(family) { return [] }
        return action.resources.filter { $0.isRequired && !keyFamilies(of: $0, of: action).contains(family) }.map(
            \.name)
    }

    private func keyFamilies(of type: ServiceAction.Resource, of action: ServiceAction) -> Set<KeyFamily> {
        let name = "\(action.service):\(type.name)"
        return memory.keysOfTypes.answer(name) { Set(resource(name)?.keyFamilies ?? []) }
    }

    /// The keys that AWS documents for any action or resource type of a service.
    func keyFamilies(ofService prefix: some StringProtocol) -> Set<KeyFamily> {
        memory.keysOfServices.answer(String(prefix)) {
            var families: Set<KeyFamily> = []
            for resource in resources(ofService: prefix) { families.formUnion(resource.keyFamilies) }
            for action in actions(matching: "\(prefix):*") { families.formUnion(action.ownKeyFamilies) }
            return families
        }
    }
}

/// A condition key without regard to case, and without what stands for a tag, which lists write in several ways.
/// Only hashes are compared; that two keys have the same is not to be expected.
struct KeyFamily: Hashable, Sendable {
    private let hash: TextHash

    /// The family of a key.
    init(_ key: String) { self = key.withBytes(KeyFamily.init) }

    fileprivate init(_ key: CatalogueSearch.Bytes) {
        let end = key.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "$") }
        hash = TextHash(CatalogueSearch.Bytes(rebasing: key[..<(end ?? key.count)]))
    }
}

extension ServiceAction {
    fileprivate var ownKeyFamilies: [KeyFamily] { line.list(Self.keysField) { KeyFamily($0) } }
}

extension ServiceResource {
    fileprivate var keyFamilies: [KeyFamily] { line.list(Self.keysField) { KeyFamily($0) } }
}
