@testable import PolicyLint

/// One example of a rule's page: a fenced block whose info string says what to expect.
///
/// ```` ```json fires ```` marks with `⟦…⟧` where the findings must fall; ```` ```json silent ```` must
/// have none; ```` ```json fixed ```` behind a firing example is the corrected document, and
/// ```` ```json suggested ```` the document with all that is suggested. Words of the form `name=value` set the file's
/// name (`file`), its permissions (`mode`), the document's kind (`kind`), a setting (`trusted-user`, `account`, `now`),
/// or the findings' `severity`. With the word `empty` the file is empty, and `⟦⟧` alone in the block says that it has a
/// finding.
struct PageExample: CustomStringConvertible {
    let rule: String
    let line: Int
    let fires: Bool
    /// The document without its marks.
    let text: String
    /// Where the findings must fall, in order.
    let marks: [SourceSpan]
    let attributes: [String: String]
    /// The corrected document, where the page shows one.
    var fixed: String?
    /// The document with all suggestions, where the page shows one.
    var suggested: String?

    var description: String { "\(rule), line \(line) of its page" }

    var file: SourceFile {
        let name = attributes["file"] ?? "example.json"
        let mode = attributes["mode"].flatMap { UInt16($0, radix: 8) }
        return SourceFile(name: name, text: text, permissions: mode)
    }

    /// The settings of the example, with only its rule selected.
    var settings: LintSettings {
        var settings = LintSettings()
        settings.selectedRules = [rule]
        settings.kind = attributes["kind"].flatMap(DocumentKind.init)
        settings.trustedUser = attributes["trusted-user"].flatMap { AmazonResourceName($0) }
        settings.accountID = attributes["account"]
        settings.now = attributes["now"].flatMap { Timestamp($0) }
        return settings
    }

    /// All examples of all pages.
    static let all: [PageExample] = RuleCatalogue.all.flatMap { examples(of: $0.id) }

    /// The examples of a rule's page.
    static func examples(of rule: String) -> [PageExample] {
        RuleCatalogue.page(for: rule).map { examples(of: rule, in: $0.markdown) } ?? []
    }

    static func examples(of rule: String, in page: String) -> [PageExample] {
        var result: [PageExample] = []
        var block: (words: [Substring], start: Int, lines: [Substring])?
        for (number, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let open = block {
                if line == "```" {
                    append(open, rule, to: &result)
                    block = nil
                } else {
                    block?.lines.append(line)
                }
            } else if line.hasPrefix("```") {
                block = (line.dropFirst(3).split(separator: " "), number + 1, [])
            }
        }
        return result
    }

    private static func append(
        _ block: (words: [Substring], start: Int, lines: [Substring]), _ rule: String, to result: inout [PageExample]
    ) {
        let text = block.lines.map { $0 + "\n" }.joined()
        if block.words.contains("fixed") || block.words.contains("suggested") {
            guard !result.isEmpty else { return }
            let corrected = block.words.contains("fixed") ? \PageExample.fixed : \.suggested
            result[result.count - 1][keyPath: corrected] = text
            return
        }
        guard block.words.contains("fires") || block.words.contains("silent") else { return }
        var attributes: [String: String] = [:]
        for word in block.words {
            let parts = word.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { attributes[String(parts[0])] = String(parts[1]) }
        }
        let marked = Marked(block.words.contains("empty") ? String(text.filter { !$0.isNewline }) : text)
        result.append(
            PageExample(
                rule: rule, line: block.start, fires: block.words.contains("fires"), text: marked.text,
                marks: marked.marks, attributes: attributes))
    }
}

/// A text with `⟦…⟧` around places.
struct Marked {
    let text: String
    let marks: [SourceSpan]

    init(_ source: String) {
        var text = ""
        var starts: [Int] = []
        var marks: [SourceSpan] = []
        for character in source.unicodeScalars {
            switch character {
            case "⟦": starts.append(text.utf8.count)
            case "⟧": marks.append(SourceSpan(starts.removeLast(), text.utf8.count))
            default: text.unicodeScalars.append(character)
            }
        }
        self.text = text
        self.marks = marks.sorted()
    }
}
