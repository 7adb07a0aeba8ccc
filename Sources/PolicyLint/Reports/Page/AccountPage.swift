/// An account as one HTML page that needs nothing from elsewhere: the checklist, who can become whom, and what the
/// linter found in the same files.
enum AccountPage {
    /// Writes the page.
    static func write(
        _ checklist: Checklist, toolVersion: String, _ appendix: ChecklistAppendix, to sink: inout some ByteSink
    ) {
        var files = ChecklistFiles(checklist)
        let net = SecretNet(appendix.findings?.files ?? [])
        let section = ChecklistSection(checklist, net)
        PageTemplate(named: "account.html").write(to: &sink) { hole, sink in
            var html = HTMLText()
            switch hole {
            case "style": sink.append(PageTemplate.text("account.css"))
            case "script": sink.append(PageTemplate.text("account.js"))
            case "style-hash": sink.append(PageTemplate.hash("account.css"))
            case "script-hash": sink.append(PageTemplate.hash("account.js"))
            case "version": html.write(toolVersion)
            case "title": html.write(title(checklist))
            case "about": about(checklist, toolVersion, appendix, &html)
            case "summary": summary(checklist, section, appendix, &html)
            case "checklist": section.write(to: &sink, &files)
            case "access": AccessSection(appendix.picture, layout: appendix.layout, net).write(&html, &files)
            case "findings":
                if let report = appendix.findings {
                    FindingsSection(report).write(to: &sink)
                } else {
                    html.element("p", class: "quiet", text: "The linter was not asked.")
                }
            default: preconditionFailure("the template has a hole that nobody fills: \(hole)")
            }
            html.drain(to: &sink)
        }
    }

    private static func title(_ checklist: Checklist) -> String {
        checklist.accountID.map { "Account \($0)" } ?? "An AWS account"
    }

    private static func about(
        _ checklist: Checklist, _ toolVersion: String, _ appendix: ChecklistAppendix, _ html: inout HTMLText
    ) {
        let count = checklist.files.count
        var words = count == 1 ? "What one file of its export proves" : "What \(count) files of its export prove"
        if let benchmark = checklist.benchmark { words += ", asked by the benchmark `\(benchmark.name)`" }
        if let day = appendix.day { words += ", as of \(day.description.prefix(10))" }
        html.words(words + ". Written by PolicyLint \(toolVersion), offline.")
    }

    // MARK: Summary

    private static func summary(
        _ checklist: Checklist, _ section: ChecklistSection, _ appendix: ChecklistAppendix, _ html: inout HTMLText
    ) {
        html.element("dl", class: "counts") { list in
            for outcome in ChecklistSection.outcomes {
                let count = checklist.count(of: outcome)
                list.element("div", class: count > 0 ? outcome.rawValue : "none") { item in
                    item.element("dt", text: ChecklistSection.words(outcome))
                    item.element("dd", text: "\(count)")
                }
            }
        }
        bar(checklist, &html)
        if section.parts.isEmpty { return }
        html.element("table", class: "groups") { table in
            table.element("thead") { head in
                head.element("tr") { row in
                    row.element("th", ["scope": "col"], text: "Part")
                    for outcome in ChecklistSection.outcomes {
                        row.element("th", class: "number", ["scope": "col"], text: ChecklistSection.words(outcome))
                    }
                }
            }
            table.element("tbody") { body in
                for part in section.parts { row(part, &body) }
            }
        }
    }

    private static func row(_ part: ChecklistPart, _ html: inout HTMLText) {
        html.element("tr") { row in
            row.element("th", ["scope": "row"]) {
                $0.element("a", ["href": "#" + part.id], text: part.title)
            }
            for outcome in ChecklistSection.outcomes {
                let count = part.count(of: outcome)
                row.element("td", class: count > 0 ? "number \(outcome.rawValue)" : "number none", text: "\(count)")
            }
        }
    }

    /// The outcomes as parts of one bar.
    private static func bar(_ checklist: Checklist, _ html: inout HTMLText) {
        let total = checklist.lines.count
        if total == 0 { return }
        html.element(
            "svg", class: "bar", ["viewBox": "0 0 1000 8", "preserveAspectRatio": "none", "aria-hidden": "true"]
        ) { svg in
            var start = 0
            for outcome in ChecklistSection.outcomes {
                let end = start + checklist.count(of: outcome)
                let (left, right) = (start * 1000 / total, end * 1000 / total)
                if right > left {
                    svg.element(
                        "rect", class: outcome.rawValue,
                        ["x": "\(left)", "y": "0", "width": "\(max(1, right - left - 3))", "height": "8"]
                    ) { _ in }
                }
                start = end
            }
        }
    }
}
