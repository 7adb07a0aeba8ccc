/// An action of a service that nobody has heard of.
enum ServiceUnknown: PolicyRule {
    static let metadata = RuleMetadata(
        id: "service-unknown", wing: .services, severity: .warning, kinds: .policies,
        fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("INVALID_SERVICE_IN_ACTION"),
            .documentation(
                "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"
            ),
            .peer(.parliament, "UNKNOWN_PREFIX"), .peer(.iamPolicyValidator, "action_validation.invalid_action"),
            .peer(.cfnLint, "W3037"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A service that is unknown once is mostly so in a row of actions.
        var nearest: [Substring: String?] = [:]
        // Old policies list all actions of a service, and one finding says enough of its end.
        var former: Set<String> = []
        for doubtful in context.doubtfulActions {
            switch doubtful.doubt {
            case .unknownService:
                let near = nearest[doubtful.service] ?? context.catalogue.nearestService(to: doubtful.service)
                nearest[doubtful.service] = .some(near)
                report(doubtful, near, &context)
            case .otherServiceName(let name):
                let mended = replacingService(of: doubtful, by: name)
                context.report(
                    .otherName(doubtful.service, name), at: doubtful.action.span, fix: fix(doubtful, mended, context))
            case .formerService where former.insert(doubtful.service.lowercased()).inserted:
                context.report(.former(doubtful.service, context.catalogue.date), at: doubtful.action.span)
            case .formerService, .unknownAction, .otherActionName, .formerAction, .unmatchedPattern: break
            }
        }
    }

    private static func report(_ doubtful: DoubtfulAction, _ nearest: String?, _ context: inout RuleContext) {
        context.report(
            .unknown(doubtful.service, nearest, context.catalogue.date), at: doubtful.action.span,
            fix: nearest.map { near in
                let mended = replacingService(of: doubtful, by: near)
                let edit = context.editing.replace(doubtful.action.span, withString: mended)
                return Fix("write `\(mended)`", .suggestion, [edit])
            })
    }

    /// A name that can mean but one service. To deny what was meant is to allow less.
    private static func fix(_ doubtful: DoubtfulAction, _ mended: String, _ context: RuleContext) -> Fix? {
        let isCertain = doubtful.isNarrowedByMending && context.catalogue.standing(of: mended) == .known
        let edit = context.editing.replace(doubtful.action.span, withString: mended)
        return Fix("write `\(mended)`", isCertain ? .narrowing : .suggestion, [edit])
    }

    private static func replacingService(of doubtful: DoubtfulAction, by service: String) -> String {
        service + doubtful.action.value.dropFirst(doubtful.service.count)
    }
}

extension Message {
    fileprivate static func unknown(_ service: Substring, _ nearest: String?, _ date: String) -> Message {
        let question = nearest.map { "; did you mean `\($0)`?" } ?? ""
        return Message(
            "no service has the prefix `\(service)`, as far as the catalogue of \(date) knows\(question)",
            help:
                "look the prefix up in the Service Authorization Reference, or give a newer catalogue with `--catalogue`"
        )
    }

    fileprivate static func otherName(_ service: Substring, _ name: String) -> Message {
        Message("no service has the prefix `\(service)`: in actions it is `\(name)`", help: "write `\(name):`")
    }

    fileprivate static func former(_ service: Substring, _ date: String) -> Message {
        Message(
            "AWS documents no action of `\(service)` any more, as of \(date)",
            help: "remove its actions, once nothing of yours uses it")
    }
}
