/// The part of an account's page that shows who can become whom: a drawing, where Graphviz laid it out, and a table.
struct AccessSection {
    private let picture: AccessPicture
    private let layout: String?
    private let net: SecretNet

    init(_ picture: AccessPicture, layout: String?, _ net: SecretNet) {
        self.picture = picture
        self.layout = layout
        self.net = net
    }

    /// Writes the section.
    func write(_ html: inout HTMLText, _ files: inout ChecklistFiles) {
        if picture.edges.isEmpty {
            html.element("p", class: "quiet", text: "The export shows no way from one to another.")
            return
        }
        html.element("p", class: "lead") { lead in
            lead.words(
                "As the trust policies of roles, the policies of users and roles, their groups and permissions "
                    + "boundaries say. Policies of the organization are not looked at.")
            if let gap = picture.gap { lead.words(" There may be more ways: \(net.text(gap)).") }
        }
        if let drawing = AccessDrawing(picture), let layout = layout.flatMap(AccessLayout.init) {
            write(drawing, layout, &html)
            html.element("details", class: "fold") { details in
                details.element("summary", text: "The same as a table")
                table(&details, &files)
            }
        } else {
            table(&html, &files)
        }
    }

    // MARK: Drawing

    private func write(
        _ drawing: AccessDrawing, _ layout: AccessLayout, _ html: inout HTMLText
    ) {
        html.element("figure") { figure in
            figure.element("div", class: "drawing", ["tabindex": "0", "role": "group", "aria-label": "Drawing"]) {
                box in
                let size = "-6 -6 \(layout.width + 12) \(layout.height + 12)"
                box.element(
                    "svg",
                    [
                        "viewBox": size, "width": "\(layout.width + 12)", "height": "\(layout.height + 12)",
                        "role": "img", "aria-label": "Who can become whom; the table below says the same",
                    ]
                ) { svg in
                    svg.element("defs") { defs in
                        for need in AccessPicture.Edge.Need.allCases { Self.arrow(need, &defs) }
                    }
                    for edge in drawing.edges { curve(picture.edges[edge], layout, &svg) }
                    for node in drawing.nodes { self.box(node, layout, &svg) }
                }
            }
            figure.element("figcaption") { caption in
                for need in AccessPicture.Edge.Need.allCases where picture.edges.contains(where: { $0.need == need }) {
                    caption.element("span", class: "key \(need.rawValue)", text: Self.words(need))
                }
                if !drawing.isWhole {
                    caption.element(
                        "span",
                        text: "Drawn are the gravest \(drawing.edges.count) of \(picture.edges.count) ways; the table "
                            + "has all.")
                }
            }
        }
    }

    private static func arrow(_ need: AccessPicture.Edge.Need, _ html: inout HTMLText) {
        html.element(
            "marker", class: need.rawValue,
            [
                "id": "arrow-\(need.rawValue)", "viewBox": "0 0 8 8", "refX": "8", "refY": "4", "markerWidth": "8",
                "markerHeight": "8", "markerUnits": "userSpaceOnUse", "orient": "auto",
            ]
        ) { $0.element("path", ["d": "M0,0.5 L8,4 L0,7.5 z"]) { _ in } }
    }

    private func curve(
        _ edge: AccessPicture.Edge, _ layout: AccessLayout, _ html: inout HTMLText
    ) {
        guard let points = layout.curves[[edge.from, edge.to]], let first = points.first else { return }
        let rest = points.dropFirst().map { "\($0.x),\($0.y)" }.joined(separator: " ")
        html.element(
            "path", class: "edge \(edge.need.rawValue)",
            [
                "d": "M\(first.x),\(first.y) C\(rest)", "fill": "none",
                "marker-end": "url(#arrow-\(edge.need.rawValue))",
            ]
        ) { path in
            let (from, to) = (picture.nodes[edge.from], picture.nodes[edge.to])
            path.element(
                "title", text: net.text("\(from.name) can become \(to.name): \(edge.reason); \(Self.words(edge.need))"))
        }
    }

    private func box(_ index: Int, _ layout: AccessLayout, _ html: inout HTMLText) {
        guard let center = layout.centers[index] else { return }
        let node = picture.nodes[index]
        let (width, height) = (AccessDrawing.boxWidth(node), AccessDrawing.boxHeight)
        html.element("g", class: "node \(node.kind.rawValue)\(node.isOutside ? " outside" : "")") { group in
            group.element("title", text: net.text(node.identifier))
            group.element(
                "rect",
                [
                    "x": "\(center.x - width / 2)", "y": "\(center.y - height / 2)", "width": "\(width)",
                    "height": "\(height)", "rx": "6",
                ]
            ) { _ in }
            group.element("text", class: "name", ["x": "\(center.x)", "y": "\(center.y - 2)"]) {
                $0.write(net.text(AccessDrawing.label(node)))
            }
            group.element("text", class: "kind", ["x": "\(center.x)", "y": "\(center.y + 13)"]) {
                $0.write(AccessDrawing.kind(node))
            }
        }
    }

    // MARK: Table

    private func table(_ html: inout HTMLText, _ files: inout ChecklistFiles) {
        html.element("div", class: "scroll") { box in
            box.element("table", class: "ways") { table in
                table.element("thead") { head in
                    head.element("tr") { row in
                        for title in ["Who", "can become", "How", "Why"] {
                            row.element("th", ["scope": "col"], text: title)
                        }
                    }
                }
                table.element("tbody") { body in
                    for edge in picture.edges { row(edge, &body, &files) }
                }
            }
        }
    }

    private func row(_ edge: AccessPicture.Edge, _ html: inout HTMLText, _ files: inout ChecklistFiles) {
        let (from, to) = (picture.nodes[edge.from], picture.nodes[edge.to])
        html.element("tr", class: "way \(edge.need.rawValue)") { row in
            row.element("td") { cell in
                cell.element("strong", text: net.text(from.name))
                cell.write(" ")
                cell.element("small", text: AccessDrawing.kind(from))
            }
            row.element("td") { $0.element("strong", text: net.text(to.name)) }
            row.element("td") { $0.element("span", class: "key \(edge.need.rawValue)", text: Self.words(edge.need)) }
            row.element("td") { cell in
                cell.words(net.text(edge.reason))
                if let place = edge.evidence.first {
                    cell.write(" ")
                    cell.element("span", class: "place", text: net.text(files.place(of: place)))
                }
            }
        }
    }

    // MARK: Words

    private static func words(_ need: AccessPicture.Edge.Need) -> String {
        switch need {
        case .noMFA: "without MFA"
        case .machine: "by software"
        case .unclear: "cannot tell"
        case .mfa: "with MFA"
        }
    }
}
