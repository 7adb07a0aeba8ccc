/// A wildcard in the service of an action or of an ARN.
enum ServiceNameWildcard: PolicyRule {
    static let metadata = RuleMetadata(
        id: "service-name-wildcard", wing: .services, severity: .warning, kinds: .policies, fixes: [.suggestion],
        references: [
            .accessAnalyzer("WILDCARD_IN_SERVICE_NAME"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards"
            ),
            .peer(.parliament, "UNKNOWN_PREFIX"),
            .peer(.iamPolicyValidator, "action_validation.invalid_action"),
            .peer(.cfnLint, "W3037"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements {
            // A quick look: few actions have a wildcard there.
            for list in statement.actionLists where list.traits.contains(.wildcardInPrefix) {
                for action in list.items {
                    guard let service = service(of: action.value) else { continue }
                    context.report(.action(service), at: action.span, fix: fix(action, service, context))
                }
            }
        }
        for doubtful in context.doubtfulResources where doubtful.finding.doubts.contains(.openService) {
            let resource = doubtful.resource
            guard let arn = ResourceARN.of(resource.value), resource.value.hasWildcard,
                !resource.value.utf8.contains(UInt8(ascii: "$"))
            else { continue }
            context.report(.resource(arn.service), at: resource.span)
        }
    }

    /// The pattern before the colon of an action. `*:*` is another way to write `*`.
    private static func service(of action: String) -> Substring? {
        guard let colon = action.utf8.firstIndex(of: UInt8(ascii: ":")), action[..<colon].hasWildcard,
            !GlobPattern.isEveryAction(action)
        else { return nil }
        return action[..<colon]
    }

    /// The actions that the pattern stands for, where they are all of one service.
    private static func fix(_ action: Located<String>, _ service: Substring, _ context: RuleContext) -> Fix? {
        // A pattern without a letter in front stands for the actions of many services.
        guard service.utf8.first.map(NamePattern.isWildcard) == false else { return nil }
        let services = Set(context.catalogue.actions(matching: action.value).map { String($0.service) })
        guard let name = services.first, services.count == 1 else { return nil }
        let mended = name + action.value.dropFirst(service.count)
        return Fix(
            "write `\(mended)`", .suggestion, [context.editing.replace(action.span, withString: mended)])
    }
}

extension Message {
    fileprivate static func action(_ service: Substring) -> Message {
        Message(
            "`\(service)` is a pattern: the service of an action cannot have wildcards, and IAM refuses the policy",
            help: "name each service, as in `s3:Get*`")
    }

    fileprivate static func resource(_ service: String) -> Message {
        Message(
            "`\(service)` is a pattern: the service of an ARN cannot have wildcards, and IAM refuses the policy",
            help: "name each service, as in `arn:aws:s3:::*`, or write `*` for every resource")
    }
}
