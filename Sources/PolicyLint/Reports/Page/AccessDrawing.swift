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

    /// Who is joined with whom, each as the position of its node.
    var ways: [(from: Int, to: Int)] { edges.map { (picture.edges[$0].from, picture.edges[$0].to) } }

    /// Whether all edges are drawn.
    var isWhole: Bool { edges.count == picture.edges.count }

    /// Outsiders, ways to an administrator, and people without MFA first, services last.
    private static func rank(_ edge: AccessPicture.Edge, _ picture: AccessPicture) -> Int {
        let (from, to) = (picture.nodes[edge.from], picture.nodes[edge.to])
        if edge.need != .unclear, from.isOutside { return 0 }
        if to.kind == .administrator { return edge.need == .noMFA ? 1 : 2 }
        return switch edge.need {
        case .noMFA: 3
        case .mfa: 4
        case .unclear: 5
        case .machine: from.kind == .service ? 7 : 6
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
        switch node.kind {
        case .anyone: "with an AWS account"
        case .account: "outside: all users and roles"
        case .foreign: "outside: one of another account"
        case .members: "who may assume any role"
        case .user: "user"
        case .role: "role"
        case .service: "service"
        case .provider: "identity provider"
        case .administrator: "may do everything"
        }
    }

    /// The graph for the program `dot` of Graphviz, which answers `-Tplain`.
    public var dot: String {
        var text = "digraph {\nrankdir=LR; nodesep=0.22; ranksep=0.9;\n"
        text += "node [shape=box, fixedsize=true, label=\"\"]; edge [arrowhead=none];\n"
        for node in nodes {
            let width = Self.inches(Self.boxWidth(picture.nodes[node]))
            text += "n\(node) [width=\(width), height=\(Self.inches(Self.boxHeight))];\n"
        }
        for way in ways { text += "n\(way.from) -> n\(way.to);\n" }
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
