/// Whether something is let through by all policies that have a say in it, without MFA and with it.
///
/// Conditions on what the export does not tell may hold or not.
struct AccessPassage: Equatable {
    /// Whether it is let through without MFA.
    let withoutMFA: Answer
    /// Whether it is let through with MFA, at least.
    let withMFA: Answer

    /// It is let through, whatever happens.
    static let open = AccessPassage(withoutMFA: .yes, withMFA: .yes)
    /// It is not.
    static let closed = AccessPassage(withoutMFA: .no, withMFA: .no)

    /// Whether it is let through neither way.
    var isClosed: Bool { withoutMFA == .no && withMFA == .no }

    /// How easy it is; the smaller, the easier.
    var rank: Int {
        switch (withoutMFA, withMFA) {
        case (.yes, _): 0
        case (.unclear, _): 1
        case (.no, .yes): 2
        case (.no, .unclear): 3
        case (.no, .no): 4
        }
    }

    /// The ways that are worth an edge.
    var ways: [(isSure: Bool, takesMFA: Bool)] {
        switch (withoutMFA, withMFA) {
        case (.yes, _): [(true, false)]
        case (.unclear, .yes): [(false, false), (true, true)]
        case (.unclear, _): [(false, false)]
        case (.no, .no): []
        case (.no, let sure): [(sure == .yes, true)]
        }
    }

    /// Both have to be let through.
    func and(_ other: AccessPassage) -> AccessPassage {
        AccessPassage(withoutMFA: withoutMFA.and(other.withoutMFA), withMFA: withMFA.and(other.withMFA))
    }
}

extension AccessPassage {
    /// What is known of a request beside who asks for what.
    struct Circumstances {
        /// The present, where it is known.
        var now: Timestamp?
        /// Keys that it carries.
        var context: [(key: String, value: String)] = []
        /// Keys that it does not carry.
        var absent: [String] = []
        /// All tags of the one who asks; nil where they are not known.
        var tags: [IAMTag]?
        /// All tags of the user or role on whom something is done; nil where they are not known.
        var resourceTags: [IAMTag]?
        /// Keys of which nothing is known, though it is known who asks.
        var unknown: [String] = []
    }

    /// What the policies say to an action.
    init(
        _ layers: PolicyLayers, _ action: String, on resource: String, by caller: Caller,
        _ circumstances: Circumstances = Circumstances()
    ) {
        let request = Self.request(action, on: resource, by: caller, circumstances)
        let withoutMFA = Self.answer(layers, Self.longTerm(request)).or(Self.answer(layers, Self.session(request)))
        var withMFA = withoutMFA
        if withoutMFA != .yes {
            let answer = Self.answer(layers, Self.marked(request))
            // Whether a session of a role carries a mark of MFA depends on how it began.
            withMFA = withoutMFA.or(caller.showsMFA || answer == .no ? answer : .unclear)
        }
        self.init(withoutMFA: withoutMFA, withMFA: withMFA)
    }

    private static func answer(_ layers: PolicyLayers, _ request: Request) -> Answer {
        switch layers.verdict(on: request) {
        case .allow: .yes
        case .unclear: .unclear
        case .explicitDeny, .implicitDeny: .no
        }
    }

    // MARK: The states of MFA; see `MFAContexts`

    private static func longTerm(_ request: Request) -> Request {
        var request = request
        request.leaveOut("aws:MultiFactorAuthPresent")
        request.leaveOut("aws:MultiFactorAuthAge")
        return request
    }

    private static func session(_ request: Request) -> Request {
        var request = longTerm(request)
        request["aws:MultiFactorAuthPresent"] = ["false"]
        return request
    }

    private static func marked(_ request: Request) -> Request {
        var request = request
        request["aws:MultiFactorAuthPresent"] = ["true"]
        request["aws:MultiFactorAuthAge"] = ["1"]
        return request
    }

    // MARK: The request

    /// A request with what is known of every one of its kind.
    private static func request(
        _ action: String, on resource: String, by caller: Caller, _ circumstances: Circumstances
    ) -> Request {
        var request = Request(by: caller, action, on: resource)
        request.mayCarryMore = true
        request["aws:SecureTransport"] = ["true"]
        request["aws:ViaAWSService"] = ["false"]
        request["aws:PrincipalIsAWSService"] = ["false"]
        for key in keysOfForwarded { request.leaveOut(key) }
        if let now = circumstances.now {
            for key in ["aws:CurrentTime", "aws:EpochTime"] { request[key] = [String(now.secondsSince1970)] }
        }
        let partition = resource.arnFields.map { String($0[1]) } ?? "aws"
        if action.hasPrefixIgnoringCase("iam:") {
            request["aws:RequestedRegion"] = [regionsOfIAM[partition] ?? "us-east-1"]
            request["iam:PolicyARN"] = ["arn:\(partition):iam::aws:policy/AdministratorAccess"]
        }
        switch caller {
        case .user(let arn):
            request["aws:PrincipalArn"] = [arn.description]
            request["aws:PrincipalAccount"] = [arn.account]
            request["aws:ResourceAccount"] = [arn.account]
            request["aws:PrincipalType"] = ["User"]
            request["aws:username"] = arn.typeAndName.name.split(separator: "/").suffix(1).map(String.init)
            for key in keysOfRoles { request.leaveOut(key) }
        case .roleSession(_, let role):
            request["aws:PrincipalArn"] = [role.description]
            request["aws:PrincipalAccount"] = [role.account]
            request["aws:ResourceAccount"] = [role.account]
            request["aws:PrincipalType"] = ["AssumedRole"]
            request.leaveOut("aws:username")
        case .federatedSession, .rootUser, .service, .webIdentity, .saml, .anonymous: break
        }
        if let tags = circumstances.tags { request.carry(tags, in: ["aws:PrincipalTag/"]) }
        if let tags = circumstances.resourceTags { request.carry(tags, in: ["aws:ResourceTag/", "iam:ResourceTag/"]) }
        for key in circumstances.absent { request.leaveOut(key) }
        for (key, value) in circumstances.context { request[key] = [value] }
        for key in circumstances.unknown { request.forget(key) }
        return request
    }

    private static let keysOfForwarded = [
        "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast", "aws:AssumedRoot",
    ]
    private static let keysOfRoles = ["aws:FederatedProvider", "aws:SourceIdentity"]

    /// Where IAM answers, by partition.
    ///
    /// Source: <https://docs.aws.amazon.com/general/latest/gr/iam-service.html>.
    private static let regionsOfIAM = ["aws": "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"]
}

extension Request {
    /// Says that it carries these tags, and no others, in keys that begin so.
    fileprivate mutating func carry(_ tags: [IAMTag], in prefixes: [String]) {
        for prefix in prefixes {
            leaveOut(allWithPrefix: prefix)
            for tag in tags { self[prefix + tag.key] = [tag.value] }
        }
    }
}

extension Caller {
    /// Whether its requests surely carry a mark of MFA when it signs in with MFA.
    fileprivate var showsMFA: Bool {
        switch self {
        case .user, .rootUser: true
        case .roleSession, .federatedSession, .service, .webIdentity, .saml, .anonymous: false
        }
    }
}
