/// A resource policy that lets everyone in.
enum GrantToAnyone: PolicyRule {
    static let metadata = RuleMetadata(
        id: "grant-to-anyone", wing: .grants, severity: .error, kinds: DocumentKinds(.resourcePolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous"
            ),
            .securityHub("S3.2"), .securityHub("S3.3"), .securityHub("KMS.5"), .securityHub("SNS.4"),
            .securityHub("Lambda.1"), .cis(version: "7.0", control: "2.21"),
            .peer(.iamPolicyValidator, "principal_validation.missing_principal_condition_any_of"),
            .peer(.iamPolicyValidator, "ifexists_condition_usage.ifexists_weakens_security_condition"),
            .peer(.checkov, "CKV_AWS_32"), .peer(.checkov, "CKV_AWS_33"), .peer(.checkov, "CKV_AWS_70"),
            .peer(.checkov, "CKV_AWS_167"), .peer(.checkov, "CKV_AWS_168"), .peer(.checkov, "CKV_AWS_169"),
            .peer(.checkov, "CKV_AWS_283"), .peer(.checkov, "CKV_AWS_387"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for statement in policy.statements where statement.allows {
            guard let anyone = statement.principals.first(where: { $0.type == .aws && $0.identity == .anyone }),
                let strangers = Strangers(letInBy: statement, in: policy, as: anyone)
            else { continue }
            if let now = context.settings.now, statement.isOver(at: now, hasVariables: policy.replacesVariables) {
                continue
            }
            let isByURL = allowsOnly(["lambda:InvokeFunctionUrl"], statement)
            context.report(
                message(strangers, statement, context.document.owner), at: anyone.value.span,
                related: isByURL
                    ? invocations(in: policy).map {
                        Diagnostic.Related("invoking it by the URL is allowed here", at: $0)
                    } : [])
        }
    }

    /// Where the policy lets everyone invoke a function by its URL, for which AWS asks besides the permission for the
    /// URL.
    private static func invocations(in policy: Policy) -> [SourceSpan] {
        policy.statements.compactMap { statement in
            guard statement.allows, allowsOnly(["lambda:InvokeFunction"], statement),
                statement.conditions.contains(where: { $0.isOn("lambda:InvokedViaFunctionUrl") })
            else { return nil }
            return statement.principals.first { $0.type == .aws && $0.identity == .anyone }?.value.span
        }
    }

    private static func allowsOnly(_ actions: [String], _ statement: Statement) -> Bool {
        statement.notAction.isAbsent
            && statement.actions.allSatisfy { own in actions.contains { $0.equalsIgnoringCase(own.value) } }
    }

    private static func message(_ strangers: Strangers, _ statement: Statement, _ owner: Owner) -> Message {
        if owner.isReachedThroughVPCOnly, strangers != .everyCustomer {
            return allowsOnly(["execute-api:Invoke"], statement) ? .privateAPI : .inVPC
        }
        if let endpoint = statement.onlyEndpoint, allowsOnly(["sns:Subscribe", "sns:Receive"], statement) {
            return .onlyEndpoint(endpoint)
        }
        return switch strangers {
        case .everyone: publicByDesign.first { allowsOnly($0.actions, statement) }?.message ?? .anyone
        case .everyAccount: .anyAccount
        case .everyCustomer: .anyCustomer
        }
    }

    /// What browsers, players and programs do without credentials where somebody means it: a public website or stream, a
    /// public API or function, a page that tells how it fares, and a service that its network alone reaches.
    private static let publicByDesign: [(actions: [String], message: Message)] = [
        (
            [
                "s3:GetObject", "s3:GetObjectVersion", "mediastore:GetObject", "mediastore:DescribeObject",
                "mediapackagev2:GetObject", "mediapackagev2:GetHeadObject",
            ], .publicRead
        ),
        (["execute-api:Invoke"], .publicAPI), (["lambda:InvokeFunctionUrl"], .publicURL),
        (["rum:PutRumEvents"], .publicMonitor),
        (["vpc-lattice-svcs:Invoke", "vpc-lattice-svcs:Connect"], .networkService),
    ]
}

extension Statement {
    /// The first of the endpoints to which alone the messages of a topic may be sent; nil where any will do.
    ///
    /// Source: <https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html#sns-policy-keys>.
    fileprivate var onlyEndpoint: String? {
        for condition in conditions where condition.isOn("sns:Endpoint") {
            guard let test = condition.operator, test.name.family == .string, !test.isNegated, !test.holdsWithoutKey
            else { continue }
            let isOpen = condition.values.contains {
                $0.value.utf8.first == UInt8(ascii: "*") && test.name.takesWildcards
            }
            if !isOpen { return condition.values.first?.value }
        }
        return nil
    }
}

extension Message {
    fileprivate static let anyone = Message(
        "anyone can do this, including people without an AWS account",
        help: "name the accounts, roles or services that may; or limit `*` by `aws:PrincipalOrgID` or `aws:SourceArn`")
    fileprivate static let anyAccount = Message(
        "anyone with an AWS account can do this",
        help: "name the accounts or roles that may; or limit `*` by `aws:PrincipalOrgID`")
    fileprivate static let anyCustomer = Message(
        "anyone can have an AWS service do this for them: the condition on the source does not say whose it is",
        help: "name the account in `aws:SourceArn`, or require `aws:SourceAccount` or `aws:SourceOrgID` as well")
    fileprivate static let publicRead = Message(
        "anyone on the internet can read these objects",
        help: """
            if this is a public website or stream, that is right; else name those who may read, or serve it by CloudFront
            """,
        severity: .warning)
    fileprivate static func onlyEndpoint(_ endpoint: String) -> Message {
        Message(
            "anyone can subscribe `\(endpoint.excerpt)` to the topic, and nothing else",
            help: "name the accounts or roles that may; the messages go nowhere else than `sns:Endpoint` says",
            severity: .warning)
    }
    fileprivate static let inVPC = Message(
        "whoever reaches this in its VPC can do it: the security groups alone keep others out",
        help: "if the security groups let in only those who may, that is right; else name the roles that may",
        severity: .note)
    fileprivate static let privateAPI = Message(
        "whoever comes by a VPC endpoint can call this API, also from another account's VPC, unless its methods ask for more",
        help: "name the VPCs or endpoints from which calls come in `aws:SourceVpc` or `aws:SourceVpce`",
        severity: .warning)
    fileprivate static let publicAPI = Message(
        "anyone can call this API, including people without an AWS account, unless its methods ask for more",
        help: "if this is a public API, that is right; else name those who may call it", severity: .warning)
    fileprivate static let publicMonitor = Message(
        "anyone can send data to this app monitor, including people without an AWS account",
        help: "if web pages send it without credentials, that is right; else name those who may send it",
        severity: .warning)
    fileprivate static let networkService = Message(
        "anyone in the VPCs of its service network can call this service, including people without an AWS account",
        help: "name those who may call it, or limit `*` by `aws:PrincipalOrgID` or `vpc-lattice-svcs:SourceVpc`",
        severity: .warning)
    fileprivate static let publicURL = Message(
        "anyone can call this function by its URL, including people without an AWS account",
        help:
            "if this is a public URL, that is right; else let callers sign (`AWS_IAM`), and name those who may call it",
        severity: .warning)
}
