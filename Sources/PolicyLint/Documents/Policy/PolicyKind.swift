/// Tells what kind of policy a bare document is.
enum PolicyKind {
    /// The kind, from the file's name where it names one, else from the statements. A document that
    /// could be both is taken for the kind with the stricter rules.
    static func recognise(_ policy: Policy, fileName: String) -> DocumentKind {
        let hasPrincipal = policy.statements.contains { !$0.principal.isAbsent || !$0.notPrincipal.isAbsent }
        let named = named(in: fileName, hasPrincipal: hasPrincipal)
        if let named, named != .trustPolicy || mayBeTrust(policy) { return named }
        if isTrust(policy, hasPrincipal: hasPrincipal) {
            return onlyDenies(policy) ? .resourceControlPolicy : .trustPolicy
        }
        return hasPrincipal ? .resourcePolicy : .identityPolicy
    }

    /// Whether a policy with principals can be a trust policy, so that a file's name may decide: it names no
    /// resource, or has actions of STS only. `*` is among the actions of every service.
    private static func mayBeTrust(_ policy: Policy) -> Bool {
        namesNoResource(policy) || policy.statements.allSatisfy { $0.actions.allSatisfy { mayBeSTS($0.value) } }
    }

    /// A trust policy has only actions of STS, and a principal or at least no resource. With other actions among
    /// them it is one, too, as long as somebody may assume a role and nothing names a resource, which every
    /// other policy with principals does. So is one that lets its principals do everything and names no resource:
    /// as any other policy it would be void.
    private static func isTrust(_ policy: Policy, hasPrincipal: Bool) -> Bool {
        var hasSTS = false
        var hasAny = false
        var allowsAny = false
        var hasOther = false
        var assumes = false
        for statement in policy.statements {
            for action in statement.actions {
                let isSTS = action.value.hasPrefixIgnoringCase("sts:")
                if isSTS { hasSTS = true } else if action.value == "*" { hasAny = true } else { hasOther = true }
                allowsAny = allowsAny || action.value == "*" && statement.allows
                assumes = assumes || isSTS && action.value.hasPrefixIgnoringCase("sts:Assume")
                if (hasOther || hasAny) && !hasPrincipal { return false }
            }
        }
        if hasPrincipal && hasSTS && !hasAny && !hasOther { return true }
        guard namesNoResource(policy) else { return false }
        return hasOther ? assumes : hasSTS || allowsAny
    }

    private static func namesNoResource(_ policy: Policy) -> Bool {
        policy.statements.allSatisfy { $0.resource.isAbsent && $0.notResource.isAbsent }
    }

    private static func mayBeSTS(_ action: String) -> Bool { action == "*" || action.hasPrefixIgnoringCase("sts:") }

    /// Whether a policy denies, names resources, and does nothing else: a trust policy like that would trust
    /// nobody, while it is the usual form of a resource control policy.
    private static func onlyDenies(_ policy: Policy) -> Bool {
        policy.statements.allSatisfy { $0.denies && !$0.principal.isAbsent && !$0.resource.isAbsent }
    }

    /// The kind that a file's name speaks of, in words between its punctuation, where a policy with or without
    /// principals can be of that kind.
    static func named(in name: String, hasPrincipal: Bool) -> DocumentKind? {
        let last = SourceFile(name: name, bytes: []).lastComponent.withBytes { $0.asciiLowercased }
        let words = last.split { !$0.isLetter && !$0.isDigit }
        func has(_ wanted: String...) -> Bool {
            wanted.allSatisfy { word in words.contains { $0.elementsEqual(word.utf8) } }
        }
        if hasPrincipal {
            if has("rcp") || has("resource", "control") { return .resourceControlPolicy }
            if has("vpce") || has("vpc", "endpoint") { return .vpcEndpointPolicy }
            let speaksOfTrust = words.contains { word in
                ["trustpolicy", "trustrelationship", "assumerole"].contains { word.starts(with: $0.utf8) }
            }
            if speaksOfTrust || has("trust") || has("assume", "role") { return .trustPolicy }
            return nil
        }
        if has("scp") || has("service", "control") { return .serviceControlPolicy }
        if has("boundary") || has("permissions", "boundary") { return .permissionsBoundary }
        if has("session", "policy") { return .sessionPolicy }
        return nil
    }
}
