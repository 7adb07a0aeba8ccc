import Testing

@testable import PolicyLint

/// The examples of all pages, damaged at random places, always the same ones.
@Suite struct DamagedDocumentTests {
    private static let kinds: [DocumentKind] = [
        .identityPolicy, .trustPolicy, .resourcePolicy, .serviceControlPolicy, .resourceControlPolicy,
    ]

    @Test("Fixing a damaged document comes to rest, and never repeats a key", arguments: kinds)
    func fixesComeToRest(kind: DocumentKind) {
        var random = SeededGenerator(seed: 20_260_131)
        var settings = LintSettings()
        settings.kind = kind
        let engine = FixEngine(Linter(settings: settings))
        for _ in 0..<200 {
            let file = damaged(&random)
            let fixed = engine.fix(file).file
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(engine.fix(fixed).file.bytes == fixed.bytes, "\(text)")
            guard let before = duplicates(file) else { continue }
            #expect(duplicates(fixed).map { $0 <= before } ?? false, "\(text)")
        }
    }

    @Test("What is empty, or has lost its name, is quoted by no message")
    func emptyNames() {
        var random = SeededGenerator(seed: 20_260_201)
        let examples = PageExample.all.filter(\.isBareJSON)
        for _ in 0..<1500 {
            guard let example = examples.randomElement(using: &random),
                let root = try? JSONReader(example.file.bytes).root,
                let target = spans(root).filter({ SourceText(example.file.bytes)[$0.span].hasPrefix("\"") })
                    .randomElement(using: &random)
            else { continue }
            let old = SourceText(example.file.bytes)[target.span].dropFirst().dropLast()
            let ends = old.indices.filter { ":/.".contains(old[$0]) }
            // All of it, what stands before a colon or slash, or what stands behind it.
            var new = ""
            if let end = ends.randomElement(using: &random) {
                new = Bool.random(using: &random) ? String(old[end...]) : String(old[...end])
            }
            let edit = TextEdit(replacing: target.span, with: "\"\(new)\"")
            var settings = example.settings
            settings.selectedRules = nil
            let file = SourceFile(name: example.file.name, bytes: TextEdit.apply([edit], to: example.file.bytes))
            for found in Linter(settings: settings).lint(file).diagnostics {
                let words = [found.message, found.help ?? "", found.fix?.title ?? ""].joined(separator: "\n")
                #expect(
                    !words.contains("``"), "\(found.rule): \(words)\n\(String(decoding: file.bytes, as: UTF8.self))")
            }
        }
    }

    /// The number of repeated keys; nil where the text is no JSON.
    private func duplicates(_ file: SourceFile) -> Int? {
        guard let reader = try? JSONReader(file.bytes) else { return nil }
        return reader.oddities.count { oddity in
            if case .duplicateKey = oddity.kind { true } else { false }
        }
    }

    /// An example with a few keys renamed, values replaced, and parts of it repeated or cut out.
    private func damaged(_ random: inout SeededGenerator) -> SourceFile {
        let texts = PageExample.all.filter(\.isBareJSON).map(\.text)
        var bytes = Array((texts.randomElement(using: &random) ?? "{}").utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard let reader = try? JSONReader(bytes), let target = spans(reader.root).randomElement(using: &random)
            else {
                break
            }
            let words = [
                "\"Action\"", "\"effect\"", "\"*\"", "[]", "{}", "null", "true", "7", "\"${\"", "\"Statment\"",
                "\"AWS\"",
            ]
            let old = SourceText(bytes)[target.span]
            let new =
                switch Int.random(in: 0..<5, using: &random) {
                // A letter too few.
                case 0: target.isKey && old.count > 3 ? String(old.dropLast(2)) + "\"" : "[\(old)]"
                case 1: target.isKey ? old : "[\(old), \(old)]"
                case 2: target.isKey ? old : "{\"AWS\": \(old), \"aws\": \(old)}"
                case 3: old.lowercased()
                default: target.isKey ? "\"Actions\"" : (words.randomElement(using: &random) ?? "0")
                }
            bytes = TextEdit.apply([TextEdit(replacing: target.span, with: new)], to: bytes)
        }
        return SourceFile(name: "damaged.json", bytes: bytes)
    }

    private func spans(_ node: JSONNode) -> [(span: SourceSpan, isKey: Bool)] {
        switch node.value {
        case .object(let members):
            [(node.span, false)] + members.flatMap { [($0.key.span, true)] + spans($0.value) }
        case .array(let elements): [(node.span, false)] + elements.flatMap(spans)
        default: [(node.span, false)]
        }
    }
}
