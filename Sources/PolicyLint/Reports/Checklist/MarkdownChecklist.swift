/// The checklist as Markdown with GitHub's tables, to paste into an issue.
enum MarkdownChecklist {
    /// The lines of one control and outcome that are shown; an issue takes 65,536 characters.
    private static let mostShown = 20
    /// The evidence that a line shows.
    private static let mostEvidence = 3

    /// Writes a checklist.
    static func write(_ checklist: Checklist, to sink: inout some ByteSink) {
        var files = ChecklistFiles(checklist)
        sink.append("# \(checklist.accountID.map { "Account \($0)" } ?? "AWS account")\n\n")
        for line in FullChecklist.summary(checklist) { sink.append(line + "\n") }
        for part in checklist.parts {
            sink.append("\n## \(part.title)\n\n")
            sink.append("| | What is asked | What the export says | Evidence | Next step |\n|---|---|---|---|---|\n")
            var commands: [(title: String, command: String)] = []
            for (control, lines) in part.controls {
                for outcome in [ChecklistLine.Outcome.open, .cannotTell, .pass] {
                    let found = lines.filter { $0.outcome == outcome }
                    for line in found.prefix(mostShown) {
                        sink.append(row(line, control, checklist.benchmark, &files))
                        if let command = line.command {
                            commands.append((title(line, control, files), files.text(command)))
                        }
                    }
                    if found.count > mostShown {
                        let rest = "… and \(found.count - mostShown) more"
                        sink.append("| \(word(outcome)) | \(title(control)) | \(rest) | | |\n")
                    }
                }
            }
            if !commands.isEmpty { sink.append("\n") }
            for (title, command) in commands {
                let fence = String(repeating: "`", count: max(3, longestRun(command) + 1))
                sink.append("\(title):\n\n\(fence)sh\n\(printed(command))\n\(fence)\n\n")
            }
        }
        write(checklist.accepted, files, to: &sink)
        write(checklist.unanswered, to: &sink)
    }

    /// What somebody accepted.
    private static func write(_ lines: [AcceptedLine], _ files: ChecklistFiles, to sink: inout some ByteSink) {
        if lines.isEmpty { return }
        sink.append("\n## Accepted\n\n| | What the export says | Why it is accepted |\n|---|---|---|\n")
        for accepted in lines {
            let line = accepted.line
            let subject = line.subject.name.map { "\(line.subject.sort) \(code(files.text($0))): " } ?? ""
            let says = subject + cell(files.text(line.says))
            sink.append("| `\(line.control)` | \(says) | \(cell(accepted.acceptance.reason)) |\n")
        }
    }

    /// What the benchmark asks for besides.
    private static func write(_ controls: [UnansweredControl], to sink: inout some ByteSink) {
        if controls.isEmpty { return }
        sink.append("\n## What no such export can answer\n\n| | What is asked | Why |\n|---|---|---|\n")
        for control in controls {
            sink.append("| \(cell(control.id)) | \(cell(control.title)) | \(cell(control.reason)) |\n")
        }
    }

    private static func row(
        _ line: ChecklistLine, _ control: ControlMetadata, _ benchmark: Benchmark?, _ files: inout ChecklistFiles
    ) -> String {
        let ids = (benchmark?.ids(of: control) ?? []).map { ", \(cell($0))" }.joined()
        let subject = line.subject.name.map { "\(line.subject.sort) \(code(files.text($0))): " } ?? ""
        var places: [String] = []
        for place in line.evidence.prefix(mostEvidence) {
            places.append(code(files.text(files.place(of: place))) + " " + cell(files.text(place.says)))
        }
        let rest = line.evidence.count - mostEvidence
        if rest > 0 { places.append("… and \(rest) more") }
        let cells = [
            word(line.outcome), title(control) + ids, subject + cell(files.text(line.says)),
            places.joined(separator: "<br>"), cell(files.text(line.next ?? "")),
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private static func title(_ control: ControlMetadata) -> String {
        "\(cell(control.title.prefix(1).uppercased() + control.title.dropFirst())) (`\(control.id)`)"
    }

    private static func title(_ line: ChecklistLine, _ control: ControlMetadata, _ files: ChecklistFiles) -> String {
        let subject = line.subject.name.map { ", \(line.subject.sort) \(code(files.text($0), isInTable: false))" } ?? ""
        return "To close `\(control.id)`\(subject)"
    }

    private static func word(_ outcome: ChecklistLine.Outcome) -> String {
        switch outcome {
        case .open: "**open**"
        case .cannotTell: "*cannot tell*"
        case .pass: "pass"
        }
    }

    // MARK: Escaping

    /// A text of ours with texts of documents between backticks, as it stands in a cell of a table. What is in
    /// code is taken for no link, mention or markup.
    static func cell(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        if parts.count % 2 == 0 { return code(text) }
        return parts.enumerated().map { index, part in
            index % 2 == 0 ? escaped(part) : part.isEmpty ? "" : code(part)
        }.joined()
    }

    /// A text of a document as code, in a cell of a table or outside.
    static func code(_ text: String, isInTable: Bool = true) -> String {
        let fence = String(repeating: "`", count: longestRun(text) + 1)
        // A table ends a cell at every bar but an escaped one, also in code.
        let content = Glyph.printable(text).map { isInTable && $0 == "|" ? "\\|" : String($0) }.joined()
        let isPadded = content.hasPrefix("`") || content.hasSuffix("`") || content.isEmpty
        return isPadded ? "\(fence) \(content) \(fence)" : fence + content + fence
    }

    private static func escaped(_ text: String) -> String {
        let markup: Set<Character> = ["\\", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "@", "$", "!"]
        return Glyph.printable(text).map { markup.contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    private static func printed(_ command: String) -> String {
        command.split(separator: "\n", omittingEmptySubsequences: false).map { Glyph.printable(String($0)) }
            .joined(separator: "\n")
    }

    /// The most backticks in a row.
    private static func longestRun(_ text: String) -> Int {
        var (longest, run) = (0, 0)
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
