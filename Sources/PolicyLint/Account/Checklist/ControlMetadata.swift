/// What is known of a control besides its check.
public struct ControlMetadata: Sendable {
    /// The control's id: a kebab-case noun for what is asked about, `root-mfa`.
    public let id: String
    /// Where it stands in the checklist, and the folder of its file.
    public let group: Group
    /// What is asked for, as a sentence without its period: "the root user signs in with MFA".
    public let title: String
    /// What it closes: what could happen without it.
    public let closes: String
    /// The step of the guides that it belongs to, from 1; nil where it belongs to none.
    public let guide: Int?
    /// The controls of published benchmarks that it answers.
    public let references: [RuleMetadata.Reference]
    /// Whether it is asked only where a benchmark is asked for that has it: it is a matter of taste, or stands
    /// against what the guides say.
    public let isOnlyForBenchmarks: Bool

    /// The parts of the checklist, in the order in which a person goes through them.
    public enum Group: String, CaseIterable, Sendable {
        case root, costs, users, credentials, roles, permissions, access, buckets, records

        /// The part's title.
        public var title: String {
            switch self {
            case .root: "The root user"
            case .costs: "Costs"
            case .users: "Users"
            case .credentials: "Passwords and keys"
            case .roles: "Roles"
            case .permissions: "Permissions"
            case .access: "Who can become whom"
            case .buckets: "Buckets"
            case .records: "Records"
            }
        }
    }

    init(
        id: String, group: Group, title: String, closes: String, guide: Int? = nil,
        references: [RuleMetadata.Reference] = [], isOnlyForBenchmarks: Bool = false
    ) {
        self.id = id
        self.group = group
        self.title = title
        self.closes = closes
        self.guide = guide
        self.references = references
        self.isOnlyForBenchmarks = isOnlyForBenchmarks
    }
}
