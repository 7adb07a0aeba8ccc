/// One finding as the report for people shows it.
struct FullFinding {
    private let diagnostic: Diagnostic
    private let file: ReportedFile
    private let width: Int
    private let paint: Paint

    /// A finding in a file, `width` cells wide.
    init(_ diagnostic: Diagnostic, in file: ReportedFile, width: Int, _ paint: Paint) {
        self.diagnostic = diagnostic
        self.file = file
        self.width = width
        self.paint = paint
    }

    /// The lines, without an empty one at the end.
    var lines: [String] {
        let style = Paint.Style(diagnostic.severity)
        let frame = CodeFrame(file, diagnostic.span, style: style, mark: "^", context: 1)
        let related = diagnostic.related.prefix(Self.mostRelated).map {
            (note: $0, frame: CodeFrame(file, $0.span, style: .note, mark: "-", context: 0))
        }
        let gutter = max(frame.gutterWidth, related.map(\.frame.gutterWidth).max() ?? 0)

        var result = [
            paint(style, "\(diagnostic.severity.rawValue)[\(Glyph.printable(diagnostic.rule))]")
                + paint(.strong, ": " + words(diagnostic.message)),
            place(diagnostic.span, gutter),
        ]
        result += frame.lines(gutter: gutter, width: width, paint)
        for (note, frame) in related {
            let indent = String(repeating: " ", count: gutter + 1)
            result.append(margin(gutter, "|"))
            result += wrap(words(note.message), behind: indent + paint(.note, "note") + ": ", indent: gutter + 7)
            result.append(place(note.span, gutter))
            result += frame.lines(gutter: gutter, width: width, paint)
        }
        let remarks = remarks(gutter)
        return remarks.isEmpty ? result : result + [margin(gutter, "|")] + remarks
    }

    /// A rule that points at more places than this says enough with the first ones.
    private static let mostRelated = 5

    private func place(_ span: SourceSpan, _ gutter: Int) -> String {
        let start = file.start(of: span)
        return paint(.gutter, String(repeating: " ", count: gutter) + "-->")
            + " \(Glyph.printable(file.name)):\(start.line):\(start.column)"
    }

    private func margin(_ gutter: Int, _ sign: String) -> String {
        paint(.gutter, String(repeating: " ", count: gutter + 1) + sign)
    }

    private func words(_ text: String) -> String { Glyph.printable(file.text(text)) }

    // MARK: Help, command and fix

    private func remarks(_ gutter: Int) -> [String] {
        var result: [String] = []
        if let help = diagnostic.help { result += remark("help", words(help), gutter) }
        if let command = diagnostic.command {
            // A command is copied, so that it is never wrapped.
            let lines = file.text(command).split(separator: "\n", omittingEmptySubsequences: false)
            let indent = String(repeating: " ", count: gutter + 8)
            for (index, line) in lines.enumerated() {
                let text = Glyph.printable(String(line))
                result.append(index == 0 ? margin(gutter, "=") + paint(.strong, " run") + ": " + text : indent + text)
            }
        }
        if let fix = diagnostic.fix {
            result += remark(Self.name(of: fix.effect), words(fix.title), gutter)
            let indent = String(repeating: " ", count: gutter + 3)
            result += FixPreview(file, width: width - indent.count, paint).lines(of: fix).map { indent + $0 }
        }
        return result
    }

    /// What a fix is called, with its effect.
    static func name(of effect: Fix.Effect) -> String {
        switch effect {
        case .preserving, .narrowing: "fix (\(effect.rawValue))"
        case .suggestion: "suggestion"
        }
    }

    private func remark(_ name: String, _ text: String, _ gutter: Int) -> [String] {
        let head = margin(gutter, "=") + paint(.strong, " \(name)") + ": "
        return wrap(text, behind: head, indent: gutter + 5 + name.count)
    }

    private func wrap(_ text: String, behind head: String, indent: Int) -> [String] {
        TextWrap.lines(text, behind: head, indent: indent, width: width)
    }
}
