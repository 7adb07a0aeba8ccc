/// Who can become whom in an account: its users and roles, and those whom its roles trust.
///
/// An edge is there where trust policies, the policies of users and roles, their groups and permissions boundaries say
/// so. Policies of the organization and of sessions are not looked at.
struct AccessGraph: Sendable {
    /// A principal of a trust policy that does not exist any more.
    struct Ghost: Sendable {
        /// The role that trusts it.
        let role: String
        /// What it was, in words.
        let says: String
        /// Where it stands.
        let evidence: Evidence
    }

    /// The edges, in the order of roles and users by name.
    var edges: [AccessEdge] = []
    /// The principals that trust policies name and that do not exist.
    var ghosts: [Ghost] = []
    /// The identity providers of the account that trust policies name, and that may be there or not, by ARN, each with
    /// where.
    var providers: [String: [Evidence]] = [:]
    /// The roles that let in somebody of whom the export does not tell.
    var rolesOfStrangers: Set<String> = []
    /// Those of them that let in everyone of an organization: which accounts it holds, no export tells.
    var rolesOfOrganizations: Set<String> = []
    /// Why there may be more edges; nil where there are not.
    var gap: EvidenceGap?
    /// Why edges may be there that hang on what is not in the export; nil where none do.
    var doubt: EvidenceGap?
    private var outgoing: [AccessNode: [Int]] = [:]
    private var incoming: [AccessNode: [Int]] = [:]

    /// The edges from a node.
    func edges(from node: AccessNode) -> [AccessEdge] { (outgoing[node] ?? []).map { edges[$0] } }

    /// The edges to a node.
    func edges(to node: AccessNode) -> [AccessEdge] { (incoming[node] ?? []).map { edges[$0] } }

    /// All nodes from which an edge leads, each once, in the order of the edges.
    var sources: [AccessNode] {
        var seen: Set<AccessNode> = []
        return edges.map(\.from).filter { seen.insert($0).inserted }
    }

    /// Adds an edge.
    mutating func add(_ edge: AccessEdge) {
        outgoing[edge.from, default: []].append(edges.count)
        incoming[edge.to, default: []].append(edges.count)
        edges.append(edge)
    }

    /// Notes why there may be more edges.
    mutating func note(_ gap: EvidenceGap?) { self.gap = self.gap ?? gap }

    /// Notes why an edge may be there or not.
    mutating func noteDoubt(_ doubt: EvidenceGap?) { self.doubt = self.doubt ?? doubt }

    /// For every node from which a node can be reached, the next edge of a shortest way to it. Each edge is looked
    /// at once.
    func ways(to target: AccessNode, along isUsed: (AccessEdge) -> Bool) -> [AccessNode: AccessEdge] {
        var next: [AccessNode: AccessEdge] = [:]
        var queue = [target]
        var position = 0
        while position < queue.count {
            for index in incoming[queue[position]] ?? [] {
                let edge = edges[index]
                guard edge.from != target, next[edge.from] == nil, isUsed(edge) else { continue }
                next[edge.from] = edge
                queue.append(edge.from)
            }
            position += 1
        }
        return next
    }

    /// The edges from a node to the target of ways, in their order.
    static func chain(from node: AccessNode, _ ways: [AccessNode: AccessEdge]) -> [AccessEdge] {
        var chain: [AccessEdge] = []
        var node = node
        while let edge = ways[node], chain.count <= ways.count {
            chain.append(edge)
            node = edge.to
        }
        return chain
    }

    /// The roles that can be reached from a node, nearest first.
    func roles(from start: AccessNode, along isUsed: (AccessEdge) -> Bool) -> [String] {
        nodes(from: start, along: isUsed).dropFirst()
            .compactMap { if case .role(let name) = $0 { name } else { nil } }
    }

    /// The nodes that can be reached from a node, itself first, then the nearest.
    func nodes(from start: AccessNode, along isUsed: (AccessEdge) -> Bool) -> [AccessNode] {
        var seen: Set<AccessNode> = [start]
        var queue = [start]
        var position = 0
        while position < queue.count {
            for index in outgoing[queue[position]] ?? [] where isUsed(edges[index]) {
                if seen.insert(edges[index].to).inserted { queue.append(edges[index].to) }
            }
            position += 1
        }
        return queue
    }
}

extension [AccessEdge] {
    /// A chain in words: "user `a` → role `b` → an administrator".
    var inWords: String {
        guard let first else { return "" }
        // The hub is no stop of its own.
        let stops = [first.from] + map(\.to).filter { $0 != .members }
        return stops.map(\.inWords).joined(separator: " → ")
    }
}
