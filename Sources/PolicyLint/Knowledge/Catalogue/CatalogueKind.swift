/// The kinds of line in a catalogue, in their order in the text.
enum CatalogueKind: String, CaseIterable, Sendable {
    /// `action NAME LEVEL RESOURCE-TYPES CONDITION-KEYS DEPENDENT-ACTIONS`
    case action
    /// `former NAME`: an action that AWS has dropped.
    case former
    /// `key NAME TYPE`: a condition key.
    case key
    /// `principal NAME`: a service principal.
    case principal
    /// `resource NAME ARNS CONDITION-KEYS`: a resource type.
    case resource
    /// `service PREFIX NAME`
    case service

    /// How many fields such a line has, its kind included; empty ones at its end are left out.
    var fieldCount: ClosedRange<Int> {
        switch self {
        case .action: 3...6
        case .former, .principal: 2...2
        case .key, .service: 3...3
        case .resource: 3...4
        }
    }

    /// Whether the names of the kind begin with the prefix of a service and a colon.
    var isOfService: Bool {
        switch self {
        case .action, .former, .resource: true
        case .key, .principal, .service: false
        }
    }
}
