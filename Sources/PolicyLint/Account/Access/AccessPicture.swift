/// Who can become whom in an account, as a report shows it: the ways of its `AccessGraph`, each once, in words.
public struct AccessPicture: Sendable {
    /// Somebody or something that can become another, or that one can become.
    public struct Node: Hashable, Sendable {
        /// What it is.
        public enum Kind: String, CaseIterable, Sendable {
            case anyone, account, foreign, members, user, role, service, provider, administrator
        }

        /// What it is.
        public let kind: Kind
        /// The name as people read it.
        public let name: String
        /// The name in full.
        public let identifier: String
        /// Whether it belongs to another account, or to none.
        public let isOutside: Bool
    }

    /// That one can become another.
    public struct Edge: Sendable {
        /// What it takes, the easiest first.
        public enum Need: String, CaseIterable, Sendable {
            /// A person's password or key alone.
            case noMFA = "no-mfa"
            /// The credentials of something that has no MFA device: a role, a service.
            case machine
            /// It hangs on conditions that the export does not tell of.
            case unclear
            /// MFA.
            case mfa
        }

        /// Who, as the position in `nodes`.
        public let from: Int
        /// Whom, as the position in `nodes`.
        public let to: Int
        /// Why: lower-case start, no final period.
        public let reason: String
        /// What it takes.
        public let need: Need
        /// Where that is said.
        public let evidence: [Evidence]
    }

    /// Everybody and everything.
    public private(set) var nodes: [Node] = []
    /// Who can become whom, in the order of roles and users by name.
    public private(set) var edges: [Edge] = []
    /// Why there may be more ways: lower-case start, no final period; nil where there are not.
    public private(set) var gap: String?

    private var positions: [AccessNode: Int] = [:]
    private var known: [Pair: Int] = [:]

    private struct Pair: Hashable {
        let from: Int
        let to: Int
    }

    /// A picture of nobody.
    public init() {}

    /// The picture of an account.
    public init(_ evidence: AccountEvidence) {
        let graph = evidence.accessGraph
        gap = graph.gap?.says
        for edge in graph.edges { add(edge) }
    }

    private mutating func add(_ edge: AccessEdge) {
        let way = Edge(
            from: position(of: edge.from), to: position(of: edge.to), reason: edge.reason.inWords, need: edge.need,
            evidence: edge.evidence)
        let pair = Pair(from: way.from, to: way.to)
        if let index = known[pair] {
            // Of two ways the easier one counts.
            if rank(way.need) < rank(edges[index].need) { edges[index] = way }
        } else {
            known[pair] = edges.count
            edges.append(way)
        }
    }

    private func rank(_ need: Edge.Need) -> Int { Edge.Need.allCases.firstIndex(of: need) ?? 0 }

    private mutating func position(of node: AccessNode) -> Int {
        if let position = positions[node] { return position }
        positions[node] = nodes.count
        nodes.append(Node(node))
        return nodes.count - 1
    }
}

extension AccessPicture.Node {
    fileprivate init(_ node: AccessNode) {
        let (kind, name, identifier): (Kind, String, String) =
            switch node {
            case .user(let name): (.user, name, "user \(name)")
            case .role(let name): (.role, name, "role \(name)")
            case .members: (.members, "the account's own", "users and roles whose policies let them assume any role")
            case .service(let name): (.service, name, name)
            case .provider(let name): (.provider, Self.lastPart(name), name)
            case .crowd(let crowd): (.provider, crowd.inWords, crowd.inWords)
            case .account(let id): (.account, "account \(id)", "all of account \(id)")
            case .foreign(let arn): (.foreign, Self.lastPart(arn), arn)
            case .anyone: (.anyone, "anyone", "whoever has an AWS account")
            case .administrator: (.administrator, "administrator", "may do everything, or can get there")
            }
        self.init(kind: kind, name: name, identifier: identifier, isOutside: node.isOutside)
    }

    /// The name of an ARN without its type and path, with the account that tells it from others.
    private static func lastPart(_ arn: String) -> String {
        guard let parts = AmazonResourceName(arn) else { return arn }
        let name = parts.typeAndName.name.split(separator: "/").last ?? parts.typeAndName.name
        return parts.typeAndName.type == "oidc-provider" ? String(parts.typeAndName.name) : String(name)
    }
}

extension AccessEdge {
    fileprivate var need: AccessPicture.Edge.Need {
        if !isOpen { return .unclear }
        if takesMFA { return .mfa }
        switch from {
        case .role, .service, .provider, .crowd: return .machine
        case .foreign(let arn): return arn.contains(":user/") ? .noMFA : .machine
        case .user, .members, .account, .anyone, .administrator: return .noMFA
        }
    }
}

extension AccessEdge.Reason {
    fileprivate var inWords: String {
        switch self {
        case .trust: "the role's trust policy lets it in"
        case .assumesAny: "its policies let it assume every role that trusts the account"
        case .passes(let path): "it can \(path.deed)"
        case .rewritesTrust: "it can rewrite the role's trust policy"
        case .allowsEverything: "its policies allow everything"
        case .grants(let path): "it can \(path.deed)"
        }
    }
}
