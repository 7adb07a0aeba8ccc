/// The checklist as an account's page shows it.
struct ChecklistSection {
    private let checklist: Checklist
    private let net: SecretNet

    /// The parts that have lines, in their order.
    let parts: [ChecklistPart]

    init(_ checklist: Checklist, _ net: SecretNet) {
        self.checklist = checklist
        self.net = net
        parts = checklist.parts
    }

    /// The outcomes in the order in which they matter.
    static let outcomes: [ChecklistLine.Outcome] = [.open, .cannotTell, .pass]
    /// The lines of one outcome that are shown at once.
    private static let mostShown = 20
    /// The evidence that a line shows at once.
    private static let mostEvidence = 4

    /// Writes the parts, one by one.
    func write(to sink: inout some ByteSink, _ files: inout ChecklistFiles) {
        var html = HTMLText()
        if parts.isEmpty { html.element("p", class: "quiet", text: "Nothing was asked of this export.") }
        for part in parts {
            html.element(
                "details", class: "group",
                ["open": "", "id": part.id, "data-outcomes": Self.outcomes(part.count)]
            ) { details in
                details.element("summary") { summary in
                    summary.element("h3", text: part.title)
                    summary.element("span", class: "tally") { Self.tally(part, &$0) }
                }
                for (control, lines) in part.controls { write(control, lines, &details, &files) }
            }
            html.drain(to: &sink)
        }
        accepted(&html)
        unanswered(&html)
        html.drain(to: &sink)
    }

    /// What somebody accepted.
    private func accepted(_ html: inout HTMLText) {
        let rows = checklist.accepted.map { accepted in
            (
                name: accepted.line.control,
                what: net.text("\(accepted.line.subject.words): \(accepted.line.says)"),
                why: net.text(accepted.acceptance.reason)
            )
        }
        table("Accepted", rows, &html)
    }

    /// What the benchmark asks for besides.
    private func unanswered(_ html: inout HTMLText) {
        table(
            "What no such export can answer",
            checklist.unanswered.map { (name: $0.id, what: $0.title, why: $0.reason) }, &html)
    }

    private func table(_ title: String, _ rows: [(name: String, what: String, why: String)], _ html: inout HTMLText) {
        if rows.isEmpty { return }
        html.element("details", class: "group") { details in
            details.element("summary") { summary in
                summary.element("h3", text: title)
                summary.element("span", class: "tally", text: "\(rows.count)")
            }
            details.element("table") { table in
                table.element("tbody") { body in
                    for row in rows {
                        body.element("tr") { cells in
                            cells.element("th", ["scope": "row"], text: row.name)
                            cells.element("td") { $0.words(row.what) }
                            cells.element("td", class: "quiet") { $0.words(row.why) }
                        }
                    }
                }
            }
        }
    }

    /// The numbers of a part.
    static func tally(_ part: ChecklistPart, _ html: inout HTMLText) {
        for outcome in outcomes where part.count(of: outcome) > 0 {
            html.element("span", class: outcome.rawValue, text: "\(part.count(of: outcome)) \(words(outcome))")
            html.write(" ")
        }
    }

    /// The outcomes that occur, as the style sheet asks for them.
    private static func outcomes(_ count: (ChecklistLine.Outcome) -> Int) -> String {
        outcomes.filter { count($0) > 0 }.map(\.rawValue).joined(separator: " ")
    }

    private func write(
        _ control: ControlMetadata, _ lines: [ChecklistLine], _ html: inout HTMLText, _ files: inout ChecklistFiles
    ) {
        let outcomes = Self.outcomes { outcome in lines.count { $0.outcome == outcome } }
        html.element("article", class: "control", ["data-outcomes": outcomes]) { article in
            article.element("h4", text: control.title.prefix(1).uppercased() + control.title.dropFirst())
            article.element("p", class: "names") { names in
                for name in self.names(of: control) { names.element("span", text: name) }
            }
            article.element("p", class: "closes") { paragraph in
                paragraph.words("Otherwise " + control.closes + ".")
            }
            for outcome in Self.outcomes {
                let found = lines.filter { $0.outcome == outcome }
                list(found.prefix(Self.mostShown), &article, &files)
                let rest = found.dropFirst(Self.mostShown)
                if rest.isEmpty { continue }
                article.element("details", class: "fold \(outcome.rawValue)") { details in
                    details.element("summary", text: "\(rest.count) more \(Self.words(outcome))")
                    list(rest, &details, &files)
                }
            }
        }
    }

    /// What the control is called: by us, by the guides, and by the benchmarks, of which the newest CIS counts.
    private func names(of control: ControlMetadata) -> [String] {
        let benchmarks = checklist.benchmark.map { [$0] } ?? Benchmark.all
        var names = [control.id]
        for (name, group) in [("guides", "guides"), ("fsbp", "FSBP"), ("cis-", "CIS")] {
            let named = benchmarks.filter { $0.name.hasPrefix(name) && !$0.ids(of: control).isEmpty }
            guard let newest = named.last else { continue }
            let version = name == "cis-" ? " " + newest.name.dropFirst(name.count) : ""
            names += newest.ids(of: control).map { "\(group)\(version) \($0)" }
        }
        return names
    }

    private func list(_ lines: ArraySlice<ChecklistLine>, _ html: inout HTMLText, _ files: inout ChecklistFiles) {
        if lines.isEmpty { return }
        html.element("ul", class: "lines") { list in
            for line in lines { write(line, &list, &files) }
        }
    }

    private func write(_ line: ChecklistLine, _ html: inout HTMLText, _ files: inout ChecklistFiles) {
        html.element("li", class: "line \(line.outcome.rawValue)") { item in
            item.element("span", class: "badge", text: Self.words(line.outcome))
            item.element("div", class: "body") { body in
                body.element("p", class: "says") { says in
                    if let name = line.subject.name {
                        says.write("\(line.subject.sort) ")
                        says.element("strong", text: net.text(name))
                        says.write(": ")
                    }
                    says.words(net.text(line.says))
                }
                evidence(line.evidence, &body, &files)
                if let next = line.next { body.advice("Next", net.text(next)) }
                if let command = line.command { Self.command(net.text(command), &body) }
            }
        }
    }

    private func evidence(_ evidence: [Evidence], _ html: inout HTMLText, _ files: inout ChecklistFiles) {
        if evidence.isEmpty { return }
        html.element("ul", class: "evidence") { list in
            for place in evidence.prefix(Self.mostEvidence) {
                list.element("li") { item in
                    item.element("span", class: "place", text: net.text(files.place(of: place)))
                    item.write(" ")
                    item.element("span") { $0.words(net.text(place.says)) }
                }
            }
            let rest = evidence.count - Self.mostEvidence
            if rest > 0 { list.element("li", text: "and \(rest) more") }
        }
    }

    /// A command, as it is copied.
    static func command(_ command: String, _ html: inout HTMLText) {
        let lines = command.split(separator: "\n", omittingEmptySubsequences: false).map { Glyph.printable(String($0)) }
        html.preformatted(lines, class: "command")
    }

    /// An outcome in words.
    static func words(_ outcome: ChecklistLine.Outcome) -> String {
        switch outcome {
        case .pass: "pass"
        case .open: "open"
        case .cannotTell: "cannot tell"
        }
    }
}
