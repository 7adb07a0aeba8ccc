/// Which actions of a statement never carry one of the condition keys that the statement tests.
///
/// Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>.
struct KeyFit {
    /// The listed actions that never carry the key. Actions with wildcards, and those of which nothing is
    /// known, are not among them.
    let strangers: [Located<String>]
    /// Whether some listed action is known to carry it.
    let hasCarrier: Bool

    /// Looks a key up for each listed action.
    init(_ key: ConditionKey, in statement: Statement, _ catalogue: ServiceCatalogue) {
        var strangers: [Located<String>] = []
        var hasCarrier = false
        if let list = statement.action.value {
            for (index, sketch) in list.sketches.enumerated() where !sketch.traits.contains(.wildcard) {
                let action = list.items[index]
                guard !Self.companions.contains(action.value, sketch.hash),
                    let known = catalogue.keys(ofAction: action.value, sketch.hash)
                else { continue }
                if known.contain(key.family) { hasCarrier = true } else { strangers.append(action) }
            }
        }
        self.strangers = strangers
        self.hasCarrier = hasCarrier
    }

    /// The actions that are decided on as a part of assuming a role, with the keys of that request.
    private static let companions = NameSet(RoleAction.allCases.filter { !$0.assumes }.map(\.rawValue))

    /// The listed actions with wildcards of a service of which no action carries the key.
    static func strangeServices(
        to key: ConditionKey, in statement: Statement, _ catalogue: ServiceCatalogue
    ) -> [Located<String>] {
        guard let list = statement.action.value, list.traits.contains(.wildcard) else { return [] }
        return list.items.indices.filter {
            list.sketches[$0].traits.isDisjoint(with: .wildcardInPrefix) && list.sketches[$0].traits.contains(.wildcard)
                && isOfStrangeService(list.items[$0].value, key, catalogue)
        }.map { list.items[$0] }
    }

    private static func isOfStrangeService(_ action: String, _ key: ConditionKey, _ catalogue: ServiceCatalogue) -> Bool
    {
        guard let colon = action.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let service = action[..<colon]
        return catalogue.hasService(service) && !catalogue.hasKey(key.family, ofService: service)
    }

    /// Whether AWS documents the key for any action at all, as it does not for some keys that exist.
    static func isDocumented(_ key: ConditionKey, _ catalogue: ServiceCatalogue) -> Bool {
        let service = key.name[..<(key.name.utf8.firstIndex(of: UInt8(ascii: ":")) ?? key.name.endIndex)]
        return catalogue.hasKey(key.family, ofService: service)
    }
}

extension ConditionKey {
    /// Whether the key comes with the credentials of a service's role, so that requests to any service carry it.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-properties>.
    var comesWithRole: Bool { Self.keysOfRoles.contains { name.equalsIgnoringCase($0) } }

    private static let keysOfRoles = [
        "ec2:RoleDelivery", "ec2:SourceInstanceArn", "glue:RoleAssumedBy", "glue:CredentialIssuingService",
        "codebuild:BuildArn", "codebuild:ProjectArn", "lambda:SourceFunctionArn", "ssm:SourceInstanceArn",
        "identitystore:UserId",
    ]
}
