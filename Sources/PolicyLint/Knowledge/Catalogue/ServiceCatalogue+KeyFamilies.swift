/// The condition keys of actions, where it does not matter for which tag they are.
extension ServiceCatalogue {
    /// Whether AWS documents a key of a family for an action, or for one of its resource types.
    func carries(_ action: ServiceAction, _ family: KeyFamily) -> Bool {
        keys(ofAction: action.name)?.contain(family) ?? false
    }

    /// The resource types of which a request for an action always names one, and for which AWS documents no key of the
    /// family: none, where it documents one for the action itself.
    func requiredTypes(of action: ServiceAction, without family: KeyFamily) -> [String] {
        guard let keys = keys(ofAction: action.name), !keys.own.contains(family) else { return [] }
        return zip(action.resources, keys.types).compactMap { type, keys in
            type.isRequired && !keys.contains(family) ? type.name : nil
        }
    }

    private func keys(ofAction name: String) -> ActionKeys? { keys(ofAction: name, TextHash(name)) }

    /// The condition keys that AWS documents for an action; nil where the catalogue does not know the action.
    func keys(ofAction name: String, _ hash: TextHash) -> ActionKeys? {
        memory.keysOfActions.answer(name, hash) {
            action(name).map { action in
                ActionKeys(
                    own: action.line.keyFamilies(ServiceAction.keysField),
                    types: action.mapResourceNames { keys(ofType: $0) })
            }
        }
    }

    private func keys(ofType name: CatalogueSearch.Bytes) -> [KeyFamily] {
        memory.keysOfTypes.answer(name) { name in
            resource(name)?.line.keyFamilies(ServiceResource.keysField) ?? []
        }
    }

    /// Whether AWS documents a key of a family for any action or resource type of a service.
    func hasKey(_ family: KeyFamily, ofService prefix: some StringProtocol) -> Bool {
        memory.servicesWithKeys.answer(ServiceKey(service: prefix.withBytes { TextHash($0) }, family: family)) {
            searching { search in
                func isFound(_ kind: CatalogueKind, _ field: Int) -> Bool {
                    var isFound = false
                    "\(prefix):".withBytes { prefix in
                        search.forEachLine(kind, withPrefix: prefix) { line in
                            isFound = CatalogueLine(text, line).keyFamilies(field).contains(family)
                            return !isFound
                        }
                    }
                    return isFound
                }
                return isFound(.resource, ServiceResource.keysField) || isFound(.action, ServiceAction.keysField)
            }
        }
    }
}

/// The condition keys that AWS documents for an action.
///
/// A class, because it is kept, and handed around.
final class ActionKeys: Sendable {
    /// Those of the action itself.
    let own: [KeyFamily]
    /// Those of its resource types, in their order.
    let types: [[KeyFamily]]

    fileprivate init(own: [KeyFamily], types: [[KeyFamily]]) {
        self.own = own
        self.types = types
    }

    /// Whether a key of a family is among them.
    func contain(_ family: KeyFamily) -> Bool { own.contains(family) || types.contains { $0.contains(family) } }
}

/// A condition key, asked for with a service.
struct ServiceKey: Hashable, Sendable {
    /// The hash of the service's prefix.
    let service: TextHash
    /// The key.
    let family: KeyFamily
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

extension CatalogueLine {
    fileprivate func keyFamilies(_ field: Int) -> [KeyFamily] { list(field) { KeyFamily($0) } }
}
