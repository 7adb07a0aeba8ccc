/// Who can become whom in an account, as the trust policies of its roles say. Whether the callers' own policies let
/// them call `sts:AssumeRole` is left aside.
public struct AccessPicture: Sendable {
    /// Somebody or something that can become a role, or a role.
    public struct Node: Hashable, Sendable {
        /// What it is.
        public enum Kind: String, CaseIterable, Sendable {
            case anyone, account, user, role, session, service, provider, unknown
        }

        /// What it is.
        public let kind: Kind
        /// The name as people read it.
        public let name: String
        /// The principal as policies write it.
        public let identifier: String
        /// Whether it belongs to another account than this one.
        public let isOutside: Bool
    }

    /// That one can become another.
    public struct Edge: Sendable {
        /// Whether it takes MFA.
        public enum MFA: String, CaseIterable, Sendable {
            /// It does not.
            case missing
            /// The export does not tell.
            case unclear
            /// It does.
            case required
            /// What stands here never has an MFA device.
            case inapplicable
        }

        /// Who, as the position in `nodes`.
        public let from: Int
        /// Whom, as the position in `nodes`.
        public let to: Int
        /// Why: lower-case start, no final period.
        public let reason: String
        /// Whether it takes MFA.
        public let mfa: MFA
        /// Where that is said.
        public let evidence: Evidence
    }

    /// Everybody and everything.
    public private(set) var nodes: [Node] = []
    /// Who can become whom, in the order of the roles.
    public private(set) var edges: [Edge] = []

    private var positions: [Node: Int] = [:]
    private var drawn: [Pair: Int] = [:]

    private struct Pair: Hashable {
        let from: Int
        let to: Int
    }

    /// A picture of nobody.
    public init() {}

    /// The picture of an account.
    public init(_ evidence: AccountEvidence) {
        for role in evidence.roles.elements {
            guard !role.isServiceLinked, let trust = role.trust, let policy = trust.policy else { continue }
            let target = AccessPicture.Node(
                kind: .role, name: role.name, identifier: role.arn?.value.value ?? role.name, isOutside: false)
            for statement in policy.statements where statement.allows && statement.letsAssume {
                for principal in statement.principals {
                    add(
                        Node(principal, ownAccount: evidence.accountID), target, statement.reason(for: principal),
                        statement.mfa(of: principal, in: policy),
                        trust.evidence("trusts `\(principal.value.value)`", at: principal.value.span))
                }
            }
        }
    }

    private mutating func add(_ from: Node, _ to: Node, _ reason: String, _ mfa: Edge.MFA, _ evidence: Evidence) {
        let edge = Edge(from: position(of: from), to: position(of: to), reason: reason, mfa: mfa, evidence: evidence)
        let pair = Pair(from: edge.from, to: edge.to)
        guard let known = drawn[pair] else {
            drawn[pair] = edges.count
            edges.append(edge)
            return
        }
        // Of two ways the easier one counts.
        if rank(mfa) < rank(edges[known].mfa) { edges[known] = edge }
    }

    private func rank(_ mfa: Edge.MFA) -> Int { Edge.MFA.allCases.firstIndex(of: mfa) ?? 0 }

    private mutating func position(of node: Node) -> Int {
        if let known = positions[node] { return known }
        positions[node] = nodes.count
        nodes.append(node)
        return nodes.count - 1
    }
}

extension AccessPicture.Node {
    /// The node of a principal.
    fileprivate init(_ principal: Principal, ownAccount: String?) {
        let text = principal.value.value
        func isOutside(_ account: String) -> Bool { ownAccount.map { $0 != account } ?? false }
        switch principal.identity {
        case .anyone: self.init(kind: .anyone, name: "everyone", identifier: "*", isOutside: true)
        case .account(let id, _):
            self.init(kind: .account, name: "account \(id)", identifier: id, isOutside: isOutside(id))
        case .user(let arn): self.init(.user, arn, isOutside(arn.account))
        case .role(let arn): self.init(.role, arn, isOutside(arn.account))
        case .roleSession(let arn), .federatedSession(let arn): self.init(.session, arn, isOutside(arn.account))
        case .service(let name): self.init(kind: .service, name: name, identifier: text, isOutside: false)
        case .openIDConnectProvider(let name):
            self.init(kind: .provider, name: name, identifier: text, isOutside: false)
        case .samlProvider(let arn): self.init(.provider, arn, isOutside(arn.account))
        case .uniqueID, .canonicalUser, .other:
            self.init(kind: .unknown, name: text, identifier: text, isOutside: false)
        }
    }

    private init(_ kind: Kind, _ arn: AmazonResourceName, _ isOutside: Bool) {
        let path = arn.typeAndName.name
        // The name alone tells roles apart, but not sessions; of another account its digits say whose it is.
        let name = kind == .session ? path : path.split(separator: "/").last ?? path
        self.init(
            kind: kind, name: isOutside ? "\(name) of \(arn.account)" : String(name), identifier: arn.description,
            isOutside: isOutside)
    }
}

extension Statement {
    /// Whether the statement lets somebody assume the role that it stands at.
    fileprivate var letsAssume: Bool {
        ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"].contains { reaches(action: $0) }
    }

    fileprivate func mfa(of principal: Principal, in policy: Policy) -> AccessPicture.Edge.MFA {
        switch PrincipalSort(principal) {
        case .role, .service, .saml, .webIdentity: return .inapplicable
        case .unknown: return .unclear
        case .people:
            if isLimitedToMachines || asksForExternalID { return .inapplicable }
            switch MFARequirement.isRequired(by: self, in: policy) {
            case .yes: return .required
            case .no: return .missing
            case .unclear: return .unclear
            }
        }
    }

    fileprivate func reason(for principal: Principal) -> String {
        let who =
            switch principal.identity {
            case .anyone: "the role trusts everyone"
            case .account: "the role trusts whoever the account lets call `sts:AssumeRole`"
            case .service: "the role trusts the service"
            case .openIDConnectProvider, .samlProvider: "the role trusts who signs in with the provider"
            case .uniqueID: "the role trusts somebody who was deleted"
            case .user, .role, .roleSession, .federatedSession, .canonicalUser, .other: "the role trusts it by name"
            }
        var keys: [String] = []
        for condition in conditions where !keys.contains(condition.key) { keys.append(condition.key) }
        if keys.isEmpty { return who }
        return who + ", with a condition on " + keys.map { "`\($0)`" }.joined(separator: ", ")
    }
}
