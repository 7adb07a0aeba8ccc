/// The services whose resources a resource control policy can protect, from `rules/data/rcp-services.txt`.
enum ResourceControlService {
    /// The prefixes of their actions.
    static let prefixes: Set<String> = Set(
        (RuleData.text("rcp-services")?.description ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map(String.init))
}
