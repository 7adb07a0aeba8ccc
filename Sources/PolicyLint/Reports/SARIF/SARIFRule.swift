/// A rule as SARIF describes it (`reportingDescriptor`), with the words of its page.
struct SARIFRule {
    /// The rule's id.
    let id: String
    private let metadata: RuleMetadata?
    private let page: PageText

    /// The rule of an id.
    init(_ id: String) {
        self.id = id
        metadata = RuleCatalogue.metadata(for: id)
        page = PageText(RuleCatalogue.page(for: id) ?? RulePage(id: id, markdown: ""))
    }

    /// Writes the rule.
    func write(to object: JSONWriter.Object) {
        object.add("id", id)
        object.object("shortDescription") { $0.add("text", Self.text(page.firstSentence, else: id)) }
        object.object("fullDescription") { $0.add("text", Self.text(page.summary, else: id)) }
        object.object("help") { help in
            help.add("text", page.whatToDo.isEmpty ? Self.text(page.summary, else: id) : page.whatToDo)
            help.add("markdown", Self.nonEmpty(markdown, else: id))
        }
        object.object("defaultConfiguration") { $0.add("level", metadata?.severity.rawValue ?? "warning") }
        object.object("properties", properties)
    }

    private func properties(_ object: JSONWriter.Object) {
        object.array("tags") { array in
            for tag in tags.prefix(Self.mostTags) { array.append(tag) }
        }
        object.add("precision", "high")
        let severity = metadata?.severity ?? .warning
        switch severity {
        case .error, .warning: object.add("problem.severity", severity.rawValue)
        case .note: object.add("problem.severity", "recommendation")
        }
        if isAboutSecurity { object.add("security-severity", Self.securitySeverity(severity)) }
    }

    /// Rules of the grammar and the services speak of documents that AWS refuses or misreads, those of
    /// effect of what changes nothing: that is no alert of security.
    private var isAboutSecurity: Bool {
        switch metadata?.wing {
        case .trust, .mfa, .grants, .exposure, .root, .credentials, .versioning: true
        case .grammar, .services, .conditions, .effect, nil: false
        }
    }

    /// A score as CVSS counts: from 7 high, from 4 medium, below low.
    private static func securitySeverity(_ severity: Severity) -> String {
        switch severity {
        case .error: "8.0"
        case .warning: "5.5"
        case .note: "2.0"
        }
    }

    private var tags: [String] {
        var tags = [isAboutSecurity ? "security" : "correctness", "aws", "iam"]
        if let wing = metadata?.wing { tags.append(wing.rawValue) }
        for reference in metadata?.references ?? [] {
            switch reference {
            case .securityHub(let control): tags.append("security-hub/\(control)")
            case .cis(let version, let control): tags.append("cis-aws/\(version)/\(control)")
            case .accessAnalyzer(let code): tags.append("access-analyzer/\(code)")
            case .documentation, .peer: break
            }
        }
        var seen = Set<String>()
        return tags.filter { seen.insert($0).inserted }
    }

    /// The page, and the documents of AWS that it stands on.
    private var markdown: String {
        let links = (metadata?.references ?? []).compactMap { reference -> String? in
            if case .documentation(let address) = reference { "* <\(address)>" } else { nil }
        }
        return links.isEmpty
            ? page.markdown : page.markdown + "\n\n## AWS documentation\n\n" + links.joined(separator: "\n")
    }

    /// GitHub takes at most 20.
    private static let mostTags = 20
    /// GitHub takes at most 1,024 characters of a description.
    private static let longestText = 1024

    private static func text(_ text: String, else other: String) -> String {
        let text = nonEmpty(text, else: other)
        guard text.utf16.count > longestText else { return text }
        var short = ""
        var count = 1
        for character in text {
            count += character.utf16.count
            if count > longestText { break }
            short.append(character)
        }
        return short + "…"
    }

    private static func nonEmpty(_ text: String, else other: String) -> String { text.isEmpty ? other : text }
}
