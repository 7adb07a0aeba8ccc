/// The kinds of line in a catalogue, in their order in the text.
enum CatalogueKind: CaseIterable, Sendable {
    /// An action: name, access level, resource types, condition keys, dependent actions.
    case action
    /// An action that AWS has dropped: name.
    case former
    /// A Region: name, partition.
    case region
    /// A condition key: name, type.
    case key
    /// What API, CLI or console call actions, or a service: name, names that IAM has.
    case otherName
    /// A service principal: name.
    case principal
    /// A resource type: name, forms of ARN, condition keys.
    case resource
    /// A service: prefix, name.
    case service

    /// The letter that begins its lines.
    var mark: UInt8 {
        switch self {
        case .action: UInt8(ascii: "a")
        case .former: UInt8(ascii: "f")
        case .region: UInt8(ascii: "g")
        case .key: UInt8(ascii: "k")
        case .otherName: UInt8(ascii: "o")
        case .principal: UInt8(ascii: "p")
        case .resource: UInt8(ascii: "r")
        case .service: UInt8(ascii: "s")
        }
    }

    /// The kind of the lines that begin with a letter.
    init?(mark: UInt8) {
        guard let kind = Self.allCases.first(where: { $0.mark == mark }) else { return nil }
        self = kind
    }

    /// How many fields such a line has, its kind included; empty ones at its end are left out.
    var fieldCount: ClosedRange<Int> {
        switch self {
        case .action: 3...6
        case .former, .principal: 2...2
        case .region, .key, .otherName, .service: 3...3
        case .resource: 3...4
        }
    }

    /// Whether the names of the kind begin with the prefix of a service and a colon.
    var isOfService: Bool {
        switch self {
        case .action, .former, .resource: true
        case .region, .key, .otherName, .principal, .service: false
        }
    }
}
