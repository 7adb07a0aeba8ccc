/// Resources of which no policy can know: who may act on them may act on any of their type.
enum ResourceProbe {
    /// A name of letters that stand in no policy: a pattern that asks for any letter, as `*a*` does, does not take it in,
    /// and one that does takes in every name of some length.
    static let name = String(repeating: "\u{E000}", count: 18)

    /// One resource of each type that an action needs, in whatever account and Region. Where AWS knows no type
    /// for the action, only `*` takes in the resource.
    static func probes(of action: String, _ catalogue: ServiceCatalogue) -> [String] {
        catalogue.memory.probesOfActions.answer(action) { find(for: action, catalogue) }
    }

    private static func find(for action: String, _ catalogue: ServiceCatalogue) -> [String] {
        let known = catalogue.action(action)
        let required = known?.resources.filter(\.isRequired) ?? []
        let types = required.isEmpty ? known?.resources ?? [] : required
        let probes = types.compactMap { type in
            catalogue.resource("\(known?.service ?? ""):\(type.name)")?.arns.first.map(probe)
        }
        return probes.isEmpty ? [name] : probes
    }

    /// Whether one of some resources of a policy takes a probe in, whatever its account and Region. A variable stands
    /// for no probe.
    static func isWithin(_ resources: [Located<String>], _ hasVariables: Bool, _ probe: String) -> Bool {
        let patterns = resources.filter { mayTakeIn($0.value, probe) }
            .map { GlobPattern(resource: $0.value, hasVariables: hasVariables) }
        if patterns.isEmpty || patterns.contains(.everything) { return !patterns.isEmpty }
        let probe = GlobPattern(resource: probe, hasVariables: false)
        return patterns.contains { pattern in
            pattern.resolved { _ in "-" }.map { $0.surelyOverlaps(probe) } ?? false
        }
    }

    /// Whether a resource of a policy is the user who asks: `arn:aws:iam::*:user/${aws:username}`, below any path.
    static func isCaller(_ resource: Located<String>, _ hasVariables: Bool) -> Bool {
        guard hasVariables, resource.value.hasVariable else { return false }
        let pattern = GlobPattern(resource: resource.value, hasVariables: true)
        guard pattern.variables.contains(where: { $0.key == "aws:username" }) else { return false }
        let users = GlobPattern(resource: "arn:*:iam::*:user/*\(name)", hasVariables: false)
        return pattern.resolved { $0.key == "aws:username" ? name : "-" }.map { $0.surelyOverlaps(users) } ?? false
    }

    /// A quick look: whether the letters behind the last wildcard or variable of a resource are a probe's, too.
    private static func mayTakeIn(_ resource: String, _ probe: String) -> Bool {
        for (own, other) in zip(resource.utf8.reversed(), probe.utf8.reversed()) {
            let isOpen = [own, other].contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
            if isOpen || own == UInt8(ascii: "}") { return true }
            if own != other { return false }
        }
        return true
    }

    /// An ARN's form with the probe's name in the place of its last placeholders. The name of a secret has a hyphen and
    /// six letters behind it there.
    ///
    /// Source: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html>.
    private static func probe(_ arn: String) -> String {
        let fields = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        let isSecret = fields.count > 2 && fields[2] == "secretsmanager"
        let name = isSecret ? "\(name)-\(name.prefix(6))" : name
        return fields.enumerated().map { index, field in
            filled(field, with: index == 5 ? name : "*")
        }.joined(separator: ":")
    }

    private static func filled(_ field: Substring, with text: String) -> String {
        var result = ""
        var rest = field
        while let start = rest.firstIndex(of: "$"), let end = rest[start...].firstIndex(of: "}") {
            result += rest[..<start] + text
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
