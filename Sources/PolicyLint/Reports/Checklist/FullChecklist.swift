/// The checklist for people: the controls in their order, each with what the export says of it, what shows
/// it, and what to do.
enum FullChecklist {
    /// Writes a checklist.
    static func write(_ checklist: Checklist, to sink: inout some ByteSink, options: ReportOptions) {
        let paint = Paint(isOn: options.color)
        var files = ChecklistFiles(checklist)
        let lines = Dictionary(grouping: checklist.lines, by: \.control)
        var group: ControlMetadata.Group?
        for control in checklist.controls {
            guard let lines = lines[control.id] else { continue }
            // A benchmark has an order of its own, which goes across the groups.
            if checklist.benchmark == nil, control.group != group {
                group = control.group
                sink.append(paint(.strong, control.group.title) + "\n\n")
            }
            let text = ChecklistText(control, lines, checklist.benchmark, width: max(60, options.width), paint)
            sink.append(text.lines(&files).joined(separator: "\n") + "\n\n")
        }
        write(checklist.accepted, files, paint, to: &sink)
        write(checklist.unanswered, paint, to: &sink)
        for (index, line) in summary(checklist).enumerated() {
            sink.append((index == 0 ? paint(.strong, line) : line) + "\n")
        }
    }

    /// What somebody accepted, a line each.
    private static func write(
        _ lines: [AcceptedLine], _ files: ChecklistFiles, _ paint: Paint, to sink: inout some ByteSink
    ) {
        if lines.isEmpty { return }
        sink.append(paint(.strong, "Accepted") + "\n\n")
        for accepted in lines {
            let text = files.text("\(accepted.line.subject.words): \(accepted.line.says)")
            sink.append("  \(Glyph.printable(text))" + paint(.faint, "  \(accepted.line.control)") + "\n")
            sink.append("    " + paint(.faint, Glyph.printable(accepted.acceptance.reason)) + "\n")
        }
        sink.append("\n")
    }

    /// What the benchmark asks for besides, a line each.
    private static func write(_ controls: [UnansweredControl], _ paint: Paint, to sink: inout some ByteSink) {
        if controls.isEmpty { return }
        sink.append(paint(.strong, "What no such export can answer") + "\n\n")
        let width = controls.map(\.id.count).max() ?? 0
        for control in controls {
            let id = control.id + String(repeating: " ", count: width - control.id.count)
            sink.append("  \(id)  \(control.title)" + paint(.faint, ": \(control.reason)") + "\n")
        }
        sink.append("\n")
    }

    /// The last lines: how much is open.
    static func summary(_ checklist: Checklist) -> [String] {
        let account = checklist.accountID.map { "account \($0)" } ?? "the account"
        let accepted = checklist.accepted.count
        if checklist.lines.isEmpty, accepted == 0 { return ["Nothing to tell of \(account)."] }
        let numbers =
            [
                "\(checklist.count(of: .open)) open", "\(checklist.count(of: .cannotTell)) cannot be told",
                "\(checklist.count(of: .pass)) pass",
            ] + (accepted > 0 ? ["\(accepted) accepted"] : [])
        return ["Of \(account): \(numbers.joined(separator: ", "))."]
    }
}

/// The lines of one control, as the checklist for people shows them.
struct ChecklistText {
    private let control: ControlMetadata
    private let lines: [ChecklistLine]
    private let benchmark: Benchmark?
    private let width: Int
    private let paint: Paint

    init(_ control: ControlMetadata, _ lines: [ChecklistLine], _ benchmark: Benchmark?, width: Int, _ paint: Paint) {
        self.control = control
        self.lines = lines
        self.benchmark = benchmark
        self.width = width
        self.paint = paint
    }

    /// The cells before what a line says.
    private static let margin = 15
    /// The most lines of one outcome that are shown; a large account has thousands.
    private static let mostShown = 20
    /// The most evidence that a line shows.
    private static let mostEvidence = 3

    /// The lines of text: what is open first.
    func lines(_ files: inout ChecklistFiles) -> [String] {
        var result = [title]
        for outcome in [ChecklistLine.Outcome.open, .cannotTell, .pass] {
            let found = lines.filter { $0.outcome == outcome }
            for line in found.prefix(Self.mostShown) { result += text(of: line, &files) }
            if found.count > Self.mostShown {
                let rest = "… and \(found.count - Self.mostShown) more"
                result.append(label(outcome) + rest)
            }
        }
        return result
    }

    private var title: String {
        let ids = benchmark?.ids(of: control) ?? []
        let start = ids.isEmpty ? "" : ids.joined(separator: ", ") + "  "
        return "  " + paint(.strong, start + capitalised(control.title)) + paint(.faint, "  \(control.id)")
    }

    private func text(of line: ChecklistLine, _ files: inout ChecklistFiles) -> [String] {
        let subject = line.subject.name.map { "\(line.subject.sort) \($0): " } ?? ""
        var result = wrap(files.text(subject + line.says), behind: label(line.outcome), indent: Self.margin)
        let padding = String(repeating: " ", count: Self.margin)
        for evidence in line.evidence.prefix(Self.mostEvidence) {
            let start = files.region(of: evidence).start
            let place = "\(Glyph.printable(files.name(of: evidence))):\(start.line):\(start.column)"
            result.append(padding + paint(.gutter, place) + "  " + Glyph.printable(files.text(evidence.says)))
        }
        if line.evidence.count > Self.mostEvidence {
            result.append(padding + "… and \(line.evidence.count - Self.mostEvidence) more")
        }
        if let next = line.next {
            result += wrap(files.text(next), behind: padding + paint(.strong, "next: "), indent: Self.margin + 6)
        }
        // A command is copied, so that it is never wrapped.
        if let command = line.command {
            result.append(padding + paint(.strong, "run:  ") + Glyph.printable(files.text(command)))
        }
        return result
    }

    /// The outcome, as wide as the margin.
    private func label(_ outcome: ChecklistLine.Outcome) -> String {
        let (word, style): (String, Paint.Style) =
            switch outcome {
            case .pass: ("pass", .pass)
            case .open: ("open", .error)
            case .cannotTell: ("cannot tell", .warning)
            }
        return "  " + paint(style, word) + String(repeating: " ", count: Self.margin - 2 - word.count)
    }

    private func wrap(_ text: String, behind head: String, indent: Int) -> [String] {
        TextWrap.lines(Glyph.printable(text), behind: head, indent: indent, width: width)
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
