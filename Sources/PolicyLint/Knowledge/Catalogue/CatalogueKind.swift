/// The kinds of line in a catalogue, in their order in the text. The raw value begins the line.
enum CatalogueKind: String, CaseIterable, Sendable {
    /// An action: name, access level, resource types, condition keys, dependent actions.
    case action = "a"
    /// An action that AWS has dropped: name.
    case former = "f"
    /// A condition key: name, type.
    case key = "k"
    /// A service principal: name.
    case principal = "p"
    /// A resource type: name, forms of ARN, condition keys.
    case resource = "r"
    /// A service: prefix, name.
    case service = "s"

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
