/// What the linter found in the files of an export, rule by rule, as an account's page shows it.
struct FindingsSection {
    private let report: Report
    private let files: [ReportedFile]
    private let groups: [Group]
    private let folder: CommonFolder

    /// The findings of one rule.
    private struct Group {
        let rule: String
        let severity: Severity
        /// The file and the finding, each as a position.
        let findings: [(file: Int, index: Int)]
    }

    /// The findings that are shown with their lines; a browser lays out no more with ease.
    private static let mostShown = 10_000
    /// Up to so many findings all rules are unfolded.
    private static let mostUnfolded = 25
    /// Cells of a line of a frame.
    private static let width = 104
    /// A rule that points at more places than this says enough with the first ones.
    private static let mostRelated = 5

    init(_ report: Report) {
        self.report = report
        folder = CommonFolder(report.files.map(\.file))
        files = report.files.filter { !$0.diagnostics.isEmpty }.map { ReportedFile($0) }
        var found: [String: [(file: Int, index: Int)]] = [:]
        for (number, file) in files.enumerated() {
            for (index, diagnostic) in file.report.diagnostics.enumerated() {
                found[diagnostic.rule, default: []].append((number, index))
            }
        }
        let ranks = Dictionary(
            RuleCatalogue.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        groups = found.map { [files] rule, places in
            let severities = places.map { files[$0.file].report.diagnostics[$0.index].severity }
            return Group(rule: rule, severity: severities.max() ?? .note, findings: places)
        }.sorted { left, right in
            if left.severity != right.severity { return left.severity > right.severity }
            return (ranks[left.rule] ?? .max, left.rule) < (ranks[right.rule] ?? .max, right.rule)
        }
    }

    /// Writes the rules, finding by finding.
    func write(to sink: inout some ByteSink) {
        var html = HTMLText()
        let total = report.totals.diagnostics
        var summary = ReportSummary.lines(report)
        if total > Self.mostShown {
            summary.append("Shown are \(Self.mostShown), the gravest rules first; `policylint check` shows all.")
        }
        html.element("p", class: "lead") { $0.words(summary.joined(separator: " ")) }
        var left = Self.mostShown
        for group in groups where left > 0 {
            let shown = group.findings.prefix(left)
            left -= shown.count
            let open: HTMLText.Attributes = total <= Self.mostUnfolded ? ["open": ""] : [:]
            // The parts of the element are written one by one, so that a long list is never in memory whole.
            html.element("details", class: "rule \(group.severity.rawValue)", open) { details in
                head(group, &details)
                for place in shown { finding(files[place.file], place.index, &details, &sink) }
            }
            html.drain(to: &sink)
        }
        html.drain(to: &sink)
    }

    private func head(_ group: Group, _ html: inout HTMLText) {
        html.element("summary") { summary in
            summary.element("span", class: "badge \(group.severity.rawValue)", text: group.severity.rawValue)
            summary.element("h3", text: group.rule)
            summary.element("span", class: "tally", text: "\(group.findings.count)")
        }
        guard let page = RuleCatalogue.page(for: group.rule) else { return }
        html.element("p", class: "closes") { $0.words(PageText(page).summary) }
    }

    private func finding(
        _ file: ReportedFile, _ index: Int, _ html: inout HTMLText, _ sink: inout some ByteSink
    ) {
        let diagnostic = file.report.diagnostics[index]
        html.element("article", class: "finding \(diagnostic.severity.rawValue)") { article in
            article.element("h4") { $0.words(capitalised(file.text(diagnostic.message))) }
            place(diagnostic.span, file, &article)
            let frame = CodeFrame(
                file, diagnostic.span, style: Paint.Style(diagnostic.severity), mark: "^", context: 1)
            preformatted(frame, &article)
            for related in diagnostic.related.prefix(Self.mostRelated) {
                article.element("p", class: "related") { $0.words("See also: " + file.text(related.message)) }
                place(related.span, file, &article)
                preformatted(CodeFrame(file, related.span, style: .note, mark: "-", context: 0), &article)
            }
            remarks(diagnostic, file, &article)
        }
        html.drain(to: &sink)
    }

    private func place(_ span: SourceSpan, _ file: ReportedFile, _ html: inout HTMLText) {
        let start = file.start(of: span)
        html.element("p", class: "place", text: file.text("\(folder.name(file.name)):\(start.line):\(start.column)"))
    }

    private func preformatted(_ frame: CodeFrame, _ html: inout HTMLText) {
        let lines = frame.lines(gutter: frame.gutterWidth, width: Self.width, Paint(isOn: true))
        // The frame's first line is an empty margin, which a box of its own makes needless.
        html.preformatted(Array(lines.dropFirst()), class: "frame")
    }

    private func remarks(_ diagnostic: Diagnostic, _ file: ReportedFile, _ html: inout HTMLText) {
        if let help = diagnostic.help { html.advice("Help", file.text(help)) }
        if let command = diagnostic.command { ChecklistSection.command(file.text(command), &html) }
        guard let fix = diagnostic.fix else { return }
        html.advice(capitalised(FullFinding.name(of: fix.effect)), file.text(fix.title))
        html.preformatted(FixPreview(file, width: Self.width, Paint(isOn: true)).lines(of: fix), class: "diff")
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
