/// What is known of one action of a service.
///
/// Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>.
public struct ServiceAction: Sendable {
    /// What an action does, in AWS's five levels.
    public enum AccessLevel: String, CaseIterable, Sendable {
        case list = "List"
        case read = "Read"
        case write = "Write"
        case tagging = "Tagging"
        case permissionsManagement = "Permissions management"
    }

    /// A resource type that an action works on.
    public struct Resource: Hashable, Sendable {
        /// The resource type's name within the service: `bucket`.
        public let name: String
        /// Whether a request always names one.
        public let isRequired: Bool
    }

    let line: CatalogueLine

    init(_ line: CatalogueLine) { self.line = line }

    /// The action as AWS spells it: `s3:GetObject`.
    public var name: String { line.field(1) }

    /// The prefix of its service.
    public var service: Substring {
        let name = name
        return name[..<(name.utf8.firstIndex(of: UInt8(ascii: ":")) ?? name.endIndex)]
    }

    /// Its access level.
    public var level: AccessLevel { AccessLevel(rawValue: line.field(2)) ?? .write }

    /// The resource types it can be limited to. Where there are none, `Resource` must be `*`.
    public var resources: [Resource] {
        line.list(Self.resourcesField) { bytes in
            let (name, isRequired) = Self.resource(bytes)
            return Resource(name: String(decoding: name, as: UTF8.self), isRequired: isRequired)
        }
    }

    /// What `transform` makes of the whole names of these resource types, as they stand in the catalogue: `s3:bucket`.
    func mapResourceNames<Element>(_ transform: (CatalogueSearch.Bytes) -> Element) -> [Element] {
        line.withField(1) { name in
            let prefix = name.part(0..<name.place(of: UInt8(ascii: ":"), from: 0, to: name.count) + 1)
            return line.list(Self.resourcesField) { bytes in
                let type = Self.resource(bytes).name
                return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: prefix.count + type.count) { whole in
                    let typeStart = whole.initialize(fromContentsOf: prefix)
                    _ = whole[typeStart...].initialize(fromContentsOf: type)
                    return transform(CatalogueSearch.Bytes(whole))
                }
            }
        }
    }

    /// An element of its line's list of resource types: a name, with a `*` behind it where it is required.
    private static func resource(_ bytes: CatalogueSearch.Bytes) -> (name: CatalogueSearch.Bytes, isRequired: Bool) {
        let isRequired = bytes.last == UInt8(ascii: "*")
        return (CatalogueSearch.Bytes(rebasing: bytes[..<(bytes.count - (isRequired ? 1 : 0))]), isRequired)
    }

    /// The condition keys that AWS documents for it. Those that it has by its resource types, and most global
    /// ones, come on top.
    public var ownConditionKeys: [String] { line.list(Self.keysField) }

    private static let resourcesField = 3
    /// The field of its line that lists the condition keys.
    static let keysField = 4

    /// The actions that somebody needs besides.
    public var dependentActions: [String] { line.list(5) }
}
