/// Tells what kind of policy a bare document is.
enum PolicyKind {
    /// The kind, from the file's name where it names one, else from the statements. A document that
    /// could be both is taken for the kind with the stricter rules.
    static func recognise(_ policy: Policy, fileName: String) -> DocumentKind {
        let hasPrincipal = policy.statements.contains { !$0.principal.isAbsent || !$0.notPrincipal.isAbsent }
        if let named = kind(named: fileName, hasPrincipal: hasPrincipal) { return named }
        if isTrust(policy, hasPrincipal: hasPrincipal) {
            return onlyDenies(policy) ? .resourceControlPolicy : .trustPolicy
        }
        return hasPrincipal ? .resourcePolicy : .identityPolicy
    }

    /// A trust policy has only actions of STS, and a principal or at least no resource. With other actions among
    /// them it is one, too, as long as somebody may assume a role and nothing names a resource, which every
    /// other policy with principals does.
    private static func isTrust(_ policy: Policy, hasPrincipal: Bool) -> Bool {
        var hasSTS = false
        var hasOther = false
        var assumes = false
        for statement in policy.statements {
            for action in statement.actions {
                let isSTS = action.value.hasPrefixIgnoringCase("sts:")
                if isSTS { hasSTS = true } else { hasOther = true }
                assumes = assumes || isSTS && action.value.hasPrefixIgnoringCase("sts:Assume")
                if hasOther && !hasPrincipal { return false }
            }
        }
        guard hasSTS else { return false }
        if hasPrincipal && !hasOther { return true }
        let namesNoResource = policy.statements.allSatisfy { $0.resource.isAbsent && $0.notResource.isAbsent }
        return namesNoResource && (assumes || !hasOther)
    }

    /// Whether a policy denies, names resources, and does nothing else: a trust policy like that would trust
    /// nobody, while it is the usual form of a resource control policy.
    private static func onlyDenies(_ policy: Policy) -> Bool {
        policy.statements.allSatisfy { $0.denies && !$0.principal.isAbsent && !$0.resource.isAbsent }
    }

    /// The kind that a file's name speaks of, in words between its punctuation.
    private static func kind(named name: String, hasPrincipal: Bool) -> DocumentKind? {
        let last = SourceFile(name: name, bytes: []).lastComponent.utf8.map(\.asciiLowercased)
        let words = last.split { !$0.isLetter && !$0.isDigit }
        func has(_ wanted: String...) -> Bool {
            wanted.allSatisfy { word in words.contains { $0.elementsEqual(word.utf8) } }
        }
        if hasPrincipal {
            if has("rcp") || has("resource", "control") { return .resourceControlPolicy }
            if has("vpce") || has("vpc", "endpoint") { return .vpcEndpointPolicy }
            return nil
        }
        if has("scp") || has("service", "control") { return .serviceControlPolicy }
        if has("boundary") || has("permissions", "boundary") { return .permissionsBoundary }
        if has("session", "policy") { return .sessionPolicy }
        return nil
    }
}
