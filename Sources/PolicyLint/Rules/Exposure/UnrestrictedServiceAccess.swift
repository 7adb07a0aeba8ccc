/// A resource policy that lets a service in for whichever customer it acts.
enum UnrestrictedServiceAccess: PolicyRule {
    static let metadata = RuleMetadata(
        id: "unrestricted-service-access", wing: .exposure, severity: .warning, kinds: DocumentKinds(.resourcePolicy),
        fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"),
            .accessAnalyzer("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            // A condition on who calls keeps services out.
            guard statement.mayHold(for: .service, hasVariables: policy.replacesVariables) else { continue }
            for principal in statement.principals {
                let demands = RequestDemands(
                    of: statement, in: policy, principal: principal, action: statement.actions.first?.value ?? "*",
                    caller: .service)
                guard let crowd = Crowd(principal, statement, demands), !demands.hold(\.restrictsCustomer) else {
                    continue
                }
                if crowd.isEmailReceiving,
                    demands.restricts("aws:Referer", where: { $0.literal.map(AmazonResourceName.isAccountID) ?? false })
                {
                    continue
                }
                let key = statement.conditions.first { CallerKey.isOfSource($0.key) }
                context.report(
                    key.map { .anySource(crowd, $0.key) } ?? .anyCustomer(crowd), at: principal.value.span,
                    fix: key == nil ? fix(statement, crowd, context) : nil)
            }
        }
    }

    /// The services that are let in.
    fileprivate enum Crowd {
        /// One that is named as a principal.
        case principal(String)
        /// Those whom a condition picks out of everyone.
        case ofCondition([String])
        /// All of them, by the mark that their requests carry.
        case all

        /// Nil where it is no service that is let in, or one that does not tell for whom it acts.
        init?(_ principal: Principal, _ statement: Statement, _ demands: RequestDemands) {
            let actions = statement.actions.map(\.value)
            func isSourceless(_ service: String) -> Bool { SourcelessAccess.isKnown(of: service, for: actions) }
            switch principal.identity {
            case .service(let service):
                guard ServiceDomain.has(service), !isSourceless(service) else { return nil }
                self = .principal(service)
            case .anyone where principal.type == .aws:
                if let services = demands.onlyServices {
                    if services.allSatisfy(isSourceless) { return nil }
                    self = .ofCondition(services)
                } else if demands.needServicePrincipal {
                    self = .all
                } else {
                    return nil
                }
            default: return nil
            }
        }

        /// Whether the principal is everyone: AWS's own check speaks of principals that are services.
        var isOfCondition: Bool { if case .principal = self { false } else { true } }

        /// Whether it is Amazon SES alone, which says in `aws:Referer` for which account it stores mail; its guide asked
        /// for that key until 2021.
        var isEmailReceiving: Bool {
            switch self {
            case .principal(let service): service == "ses.amazonaws.com"
            case .ofCondition(let services): services == ["ses.amazonaws.com"]
            case .all: false
            }
        }

        /// The subject of a sentence.
        var inWords: String {
            switch self {
            case .principal(let service): "`\(service.excerpt)`"
            case .ofCondition(let services): services.namesInShort
            case .all: "every AWS service"
            }
        }
    }

    /// A person has to say for which account the service acts: it is often the own one, and not always. Other
    /// principals of the statement would be locked out.
    private static func fix(_ statement: Statement, _ crowd: Crowd, _ context: RuleContext) -> Fix? {
        guard crowd.isOfCondition || statement.principals.allSatisfy({ $0.type == .service }) else { return nil }
        return ConditionEditing.add(
            "StringEquals", "aws:SourceAccount", context.ownAccount ?? "ACCOUNT_ID", to: statement, context.editing
        )
        .map { Fix("let the service in only when it acts for an account you know", .suggestion, [$0]) }
    }
}

extension Message {
    fileprivate static func anyCustomer(_ crowd: UnrestrictedServiceAccess.Crowd) -> Message {
        Message(
            "\(crowd.inWords) may do this for any of its customers, not only for you",
            help: """
                require the ARN of the resource for which it acts in `aws:SourceArn`, or its account in \
                `aws:SourceAccount`; an organization in `aws:SourceOrgID`
                """, issue: crowd.isOfCondition ? .none : .ofRule)
    }

    fileprivate static func anySource(_ crowd: UnrestrictedServiceAccess.Crowd, _ key: String) -> Message {
        Message(
            "\(crowd.inWords) may do this for any of its customers: the test of `\(key.excerpt)` does not say whose the source is",
            help: "name the account in it, or require `aws:SourceAccount` as well", issue: .none)
    }
}
