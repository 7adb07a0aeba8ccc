/// A condition key about the owner of the VPC endpoint by which a request came. Only some services fill it.
///
/// The services are in `rules/data/endpoint-key-services.txt`.
struct EndpointKey: Sendable {
    /// The key.
    let name: String
    /// The prefixes of the services that fill it.
    let services: Set<String>

    /// All such keys.
    static let all = read(RuleData.text("endpoint-key-services")?.description ?? "")

    /// The key of a name, in whatever case.
    static func named(_ name: String) -> EndpointKey? { all.first { name.equalsIgnoringCase($0.name) } }

    /// The names of all such keys.
    static let allNames = NameSet(names)

    /// Whether the requests of an action, by its whole name, can carry the key.
    func isFilled(for action: some StringProtocol) -> Bool {
        services.contains(action.prefix { $0 != ":" }.lowercased()) && action.lowercased() != Self.exception
    }

    /// The one action of a listed service that does not fill them.
    private static let exception = "iam:passrole"

    /// Reads lines of a service and, where it fills not all of the keys, the keys that it fills.
    static func read(_ text: String) -> [EndpointKey] {
        var services: [String: Set<String>] = [:]
        for fields in DataLines.facts(in: text) {
            let words = DataLines.words(fields[0])
            guard let service = words.first else { continue }
            for key in words.count == 1 ? names : words.dropFirst().map({ "aws:\($0)" }) {
                services[key, default: []].insert(service)
            }
        }
        return names.map { EndpointKey(name: $0, services: services[$0] ?? []) }
    }

    private static let names = ["aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"]
}
