/// Tells what kind of policy a bare document is.
enum PolicyKind {
    /// The kind, from the file's name where it names one, else from the statements. A document that
    /// could be both is taken for the kind with the stricter rules.
    ///
    /// - Parameter isBare: Whether the file holds nothing else, which might say what it is.
    static func recognise(_ policy: Policy, fileName: String, isBare: Bool = false) -> DocumentKind {
        let hasPrincipal = policy.statements.contains { !$0.principal.isAbsent || !$0.notPrincipal.isAbsent }
        let named = named(in: fileName, hasPrincipal: hasPrincipal)
        if let named, mayBe(named, policy, fileName) { return named }
        if isBare, isDefaultEndpointPolicy(policy), !namesResource(words(of: fileName)) { return .vpcEndpointPolicy }
        if isTrust(policy, hasPrincipal: hasPrincipal) {
            return onlyDenies(policy) ? .resourceControlPolicy : .trustPolicy
        }
        return hasPrincipal ? .resourcePolicy : .identityPolicy
    }

    /// Whether a policy can be of the kind that its file's name speaks of: a name alone silences no rule.
    private static func mayBe(_ named: DocumentKind, _ policy: Policy, _ fileName: String) -> Bool {
        switch named {
        case .trustPolicy: mayBeTrust(policy)
        case .vpcEndpointPolicy:
            !testsEndpoint(policy) && !(namesNoResource(policy) && isTrust(policy, hasPrincipal: true))
        case .serviceControlPolicy: endsWithKind(fileName) || !grantsSingleActions(policy)
        default: true
        }
    }

    /// Whether a policy asks from which VPC or endpoint a request comes. All that reaches the policy of an endpoint
    /// comes through it, so that this is the policy of a resource.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html>.
    private static func testsEndpoint(_ policy: Policy) -> Bool {
        policy.statements.contains { statement in
            statement.conditions.contains { $0.isOn("aws:SourceVpce") || $0.isOn("aws:SourceVpc") }
        }
    }

    /// Whether a policy is, word for word, the one that AWS gives a VPC endpoint. No other resource takes it: their
    /// policies are about actions of their own service.
    ///
    /// Source: <https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#default-endpoint-policy>.
    private static func isDefaultEndpointPolicy(_ policy: Policy) -> Bool {
        guard policy.version.value?.value ?? "2008-10-17" == "2008-10-17", policy.id.isAbsent,
            policy.unrecognisedStatements.isEmpty, policy.statements.count == 1
        else { return false }
        let statement = policy.statements[0]
        return statement.node.entry.count == 4 && statement.allows
            && statement.principals.map(\.value.value) == ["*"] && statement.principal.value?.entries.isEmpty == true
            && statement.actions.map(\.value) == ["*"] && statement.resources.map(\.value) == ["*"]
    }

    /// Whether a policy denies nothing and allows some actions by name. A service control policy denies, or allows
    /// whole services, since it grants nothing.
    ///
    /// Source: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html>.
    private static func grantsSingleActions(_ policy: Policy) -> Bool {
        policy.statements.allSatisfy(\.allows)
            && policy.statements.contains { $0.actions.contains { $0.value != "*" && !$0.value.hasSuffix(":*") } }
    }

    /// Whether the last word of a file's name, before its extension, is `scp`, so that it says what the file is and
    /// not what it is about.
    private static func endsWithKind(_ fileName: String) -> Bool {
        var words = words(of: fileName)
        if words.count > 1 { words.removeLast() }
        return words.last.map { $0.elementsEqual("scp".utf8) } ?? false
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
        // A quick look: most names speak of no kind.
        guard name.withBytes((hasPrincipal ? wordsWithPrincipal : wordsWithout).stand) else { return nil }
        let words = words(of: name)
        func has(_ wanted: String...) -> Bool {
            wanted.allSatisfy { word in words.contains { $0.elementsEqual(word.utf8) } }
        }
        if hasPrincipal {
            if has("rcp") || has("resource", "control") { return .resourceControlPolicy }
            if has("vpce") || has("vpc", "endpoint") || has("endpoint", "policy"), !namesResource(words) {
                return .vpcEndpointPolicy
            }
            let speaksOfTrust = words.contains { word in
                ["trustpolicy", "trustrelationship", "assumerole"].contains { word.starts(with: $0.utf8) }
            }
            if speaksOfTrust || has("trust") || has("assume", "role") { return .trustPolicy }
            return nil
        }
        if has("scp") || has("service", "control") { return .serviceControlPolicy }
        if has("boundary") || has("permissions", "boundary") { return .permissionsBoundary }
        // AWS Systems Manager has a Session Manager.
        if has("session", "policy") && !has("manager") { return .sessionPolicy }
        return nil
    }

    /// A part of each name that speaks of a kind.
    private static let wordsWithPrincipal = Words("rcp", "control", "vpce", "endpoint", "trust", "assume")
    private static let wordsWithout = Words("scp", "control", "boundary", "session")

    /// Some words, to be looked for in names.
    private struct Words {
        private let words: [StaticString]
        /// One bit for each letter that one of them begins with.
        private let firstLetters: UInt32

        init(_ words: StaticString...) {
            self.words = words
            firstLetters = words.reduce(0) { $0 | Self.bit($1.utf8Start.pointee) }
        }

        /// Whether one of them stands in a name, whatever the case of its letters.
        func stand(in name: UnsafeBufferPointer<UInt8>) -> Bool {
            for place in name.indices where firstLetters & Self.bit(name[place]) != 0 {
                if words.contains(where: { Self.stands($0, at: place, name) }) { return true }
            }
            return false
        }

        private static func stands(_ word: StaticString, at place: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
            let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            return letters.count <= name.count - place
                && letters.indices.allSatisfy { name[place + $0] | 0x20 == letters[$0] }
        }

        private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }
    }

    /// The words of a file's name, its extension among them, in lower case.
    private static func words(of name: String) -> [ArraySlice<UInt8>] {
        SourceFile(name: name, bytes: []).lastComponent.withBytes { $0.asciiLowercased }
            .split { !$0.isLetter && !$0.isDigit }
    }

    /// Whether a name speaks of the policy of a resource: `bucket-policy`, or a bucket at the end.
    private static func namesResource(_ words: [ArraySlice<UInt8>]) -> Bool {
        let bearers = ["bucket", "key", "queue", "topic", "secret", "repository"]
        return words.indices.contains { index in
            guard bearers.contains(where: { words[index].elementsEqual($0.utf8) }) else { return false }
            let rest = words[(index + 1)...]
            return rest.count <= 1 || rest.first?.elementsEqual("policy".utf8) ?? true
        }
    }
}
