/// A drawing of who can become whom. Graphviz lays it out, and is told no more than which boxes there are, how wide
/// they are, and which of them are joined: no text of a document goes to another program.
public struct AccessDrawing: Sendable {
    /// Edges that are drawn, as positions in the picture's.
    let edges: [Int]
    /// Nodes that are drawn, as positions in the picture's.
    let nodes: [Int]
    private let picture: AccessPicture

    /// More than this, and a drawing shows nothing any more.
    private static let mostEdges = 60

    /// The drawing of a picture: its gravest edges, where it has many. Nil where there is nothing to draw.
    public init?(_ picture: AccessPicture) {
        if picture.edges.isEmpty { return nil }
        let order = picture.edges.indices.sorted {
            (Self.rank(picture.edges[$0], picture), $0) < (Self.rank(picture.edges[$1], picture), $1)
        }
        edges = order.prefix(Self.mostEdges).sorted()
        nodes = Set(edges.flatMap { [picture.edges[$0].from, picture.edges[$0].to] }).sorted()
        self.picture = picture
    }

    /// Whether all edges are drawn.
    var isWhole: Bool { edges.count == picture.edges.count }

    /// People without MFA and outsiders first, services last.
    private static func rank(_ edge: AccessPicture.Edge, _ picture: AccessPicture) -> Int {
        let from = picture.nodes[edge.from]
        return switch edge.mfa {
        case .missing: from.isOutside ? 0 : 1
        case .inapplicable where from.isOutside: 2
        case .unclear: 3
        case .required: 4
        case .inapplicable: from.kind == .service ? 6 : 5
        }
    }

    // MARK: Boxes

    /// Points of a box from its top to its bottom.
    static let boxHeight = 42
    private static let mostCharacters = 34

    /// The name in a box, cut where it is long.
    static func label(_ node: AccessPicture.Node) -> String {
        let glyphs = Glyph.glyphs(of: node.name)
        if glyphs.cells <= mostCharacters { return glyphs.text }
        // Names differ at their ends as often as at their beginnings.
        let (head, tail) = (glyphs.prefix(mostCharacters * 2 / 3), glyphs.suffix(mostCharacters / 3))
        return Array(head).text + "…" + Array(tail).text
    }

    /// Points of a box from left to right: as much as the name, or what it is, takes in a wide font.
    static func boxWidth(_ node: AccessPicture.Node) -> Int {
        max(96, Glyph.glyphs(of: label(node)).cells * 42 / 5 + 26, kind(node).count * 34 / 5 + 22)
    }

    /// What a node is, in words.
    static func kind(_ node: AccessPicture.Node) -> String {
        let kind =
            switch node.kind {
            case .anyone: "any AWS account"
            case .account: "all users and roles"
            case .user: "user"
            case .role: "role"
            case .session: "session"
            case .service: "service"
            case .provider: "identity provider"
            case .unknown: "unknown"
            }
        return node.isOutside && node.kind != .anyone ? "\(kind), outside" : kind
    }

    /// The graph for the program `dot` of Graphviz, which answers `-Tplain`.
    public var dot: String {
        var text = "digraph {\nrankdir=LR; nodesep=0.22; ranksep=0.9;\n"
        text += "node [shape=box, fixedsize=true, label=\"\"]; edge [arrowhead=none];\n"
        for node in nodes {
            let width = Self.inches(Self.boxWidth(picture.nodes[node]))
            text += "n\(node) [width=\(width), height=\(Self.inches(Self.boxHeight))];\n"
        }
        for edge in edges { text += "n\(picture.edges[edge].from) -> n\(picture.edges[edge].to);\n" }
        return text + "}\n"
    }

    private static func inches(_ points: Int) -> String {
        let thousandths = points * 1000 / 72
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

/// Where Graphviz put the boxes and edges of a drawing, in points from the upper left corner.
struct AccessLayout {
    /// A point.
    struct Point {
        let x: Int
        let y: Int
    }

    let width: Int
    let height: Int
    /// The middle of each box, by the position of its node.
    private(set) var centers: [Int: Point] = [:]
    /// Each edge as the points of a Bézier curve, by the positions of its nodes.
    private(set) var curves: [[Int]: [Point]] = [:]

    /// Reads what `dot -Tplain` writes; nil where it is not that.
    ///
    /// Source: <https://graphviz.org/docs/outputs/plain/>.
    init?(_ plain: String) {
        let lines = plain.split(separator: "\n").map { $0.split(separator: " ") }
        guard let graph = lines.first, graph.count == 4, graph[0] == "graph", let width = Self.points(graph[2]),
            let height = Self.points(graph[3]), width > 0, height > 0
        else { return nil }
        (self.width, self.height) = (width, height)
        for line in lines.dropFirst() {
            switch line.first {
            case "node" where line.count > 4:
                guard let node = Self.number(line[1]), let center = Self.point(line[2], line[3], height) else {
                    return nil
                }
                centers[node] = center
            case "edge" where line.count > 4:
                guard let from = Self.number(line[1]), let to = Self.number(line[2]), let count = Int(line[3]),
                    count > 3, count % 3 == 1, line.count >= 4 + 2 * count
                else { return nil }
                let points = (0..<count).compactMap { Self.point(line[4 + 2 * $0], line[5 + 2 * $0], height) }
                guard points.count == count else { return nil }
                curves[[from, to]] = points
            default: break
            }
        }
    }

    private static func number(_ name: Substring) -> Int? { name.first == "n" ? Int(name.dropFirst()) : nil }

    private static func points(_ inches: Substring) -> Int? {
        guard let value = Double(inches), value.magnitude < 1e6 else { return nil }
        return Int((value * 72).rounded())
    }

    private static func point(_ x: Substring, _ y: Substring, _ height: Int) -> Point? {
        guard let x = points(x), let y = points(y) else { return nil }
        return Point(x: x, y: height - y)
    }
}
