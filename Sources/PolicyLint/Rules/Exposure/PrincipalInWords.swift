extension AccountPrincipal {
    /// The user or role as a message names it.
    var inWords: String { "\(kind.rawValue) `\(name?.value.excerpt ?? "")`" }

    /// Where a finding about it stands: at its ARN.
    var place: SourceSpan? { (arn ?? name)?.span }
}

extension AttachedPolicy {
    /// The policy as a message names it.
    var inWords: String { group.map { "`\(name.excerpt)` of group `\($0.excerpt)`" } ?? "`\(name.excerpt)`" }
}

extension [AttachedPolicy] {
    /// The policies as a message lists them, each once.
    var inWords: String {
        var names: [String] = []
        for policy in self where !names.contains(policy.inWords) { names.append(policy.inWords) }
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and \(last)"
    }
}
