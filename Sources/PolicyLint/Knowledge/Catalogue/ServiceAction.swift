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
        line.list(Self.resourcesField).map { field in
            field.utf8.last == UInt8(ascii: "*")
                ? Resource(name: String(field.dropLast()), isRequired: true)
                : Resource(name: field, isRequired: false)
        }
    }

    /// The condition keys that AWS documents for it. Those that it has by its resource types, and most global
    /// ones, come on top.
    public var ownConditionKeys: [String] { line.list(Self.keysField) }

    /// The field of its line that lists the resource types.
    static let resourcesField = 3
    /// The field of its line that lists the condition keys.
    static let keysField = 4

    /// The actions that somebody needs besides.
    public var dependentActions: [String] { line.list(5) }
}
