/// What the linter has to say of one file.
public struct FileReport: Sendable {
    /// The file.
    public private(set) var file: SourceFile
    /// The documents found in it.
    public private(set) var documents: [Found] = []
    /// The diagnostics, in places of the file, in the order of the text.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Why the first document that cannot be read cannot be: the reason, at its place in the file.
    private(set) var unreadable: UnreadableText?
    /// How many keys stand in an object that has them already, so that readers drop one of the two.
    private(set) var repeatedKeys = 0
    /// The places in the file that no output may show.
    public private(set) var secrets: [SourceSpan] = []
    /// What became of the suppressions.
    public private(set) var suppressions = SuppressionTally()

    /// One document that was found.
    public struct Found: Hashable, Sendable {
        /// Its kind.
        public let kind: DocumentKind
        /// Its JSON pointer in the file.
        public let pointer: String
        /// Whether its text could be read.
        public let isReadable: Bool
        /// Whose it is, and the name of an inline policy, as far as the file says; nil where nothing was found in it.
        let ownerName: String?
    }

    init(file: SourceFile) { self.file = file }

    /// The report of a file, from those of its parts in the order of the text.
    public init(merging parts: [FileReport], of file: SourceFile) {
        self = parts.first ?? FileReport(file: file)
        for part in parts.dropFirst() {
            documents += part.documents
            diagnostics += part.diagnostics
            secrets += part.secrets
            repeatedKeys += part.repeatedKeys
            suppressions.add(part.suppressions)
            unreadable = unreadable ?? part.unreadable
        }
    }

    /// Whether the file holds documents, none of which could be read.
    public var isUnreadable: Bool { !documents.isEmpty && documents.allSatisfy { !$0.isReadable } }

    /// Adds a document with its diagnostics, which are moved to places of the file.
    mutating func add(_ document: Document, _ found: [Diagnostic]) {
        unreadable = unreadable ?? document.reasonInFile
        documents.append(
            Found(
                kind: document.kind, pointer: document.pointer, isReadable: document.isReadable,
                ownerName: found.isEmpty ? nil : document.owner.fullName))
        secrets += document.secrets.map(document.text.fileSpan)
        repeatedKeys += document.oddities.count { if case .duplicateKey = $0.kind { true } else { false } }
        diagnostics += document.text.embeddings.isEmpty ? found : found.map { $0.inFile(document.text) }
    }

    /// Adds what became of the suppressions in one of its documents.
    mutating func add(_ suppressions: SuppressionTally) { self.suppressions.add(suppressions) }

    /// Puts the diagnostics in the order of the text.
    mutating func sort() {
        diagnostics.sort { ($0.span, $0.rule) < ($1.span, $1.rule) }
    }
}

extension Diagnostic {
    /// The diagnostic with its places moved from a document's text to the file. A fix that cannot be
    /// written in place is left out.
    func inFile(_ text: SourceText) -> Diagnostic {
        let edits = fix?.edits.map(text.fileEdit)
        let fileFix = fix.flatMap { fix in
            edits.flatMap { edits in
                edits.contains { $0 == nil } ? nil : Fix(fix.title, fix.effect, edits.compactMap { $0 })
            }
        }
        return Diagnostic(
            rule: rule, severity: severity, span: text.fileSpan(span), message: message, help: help, fix: fileFix,
            command: command, related: related.map { Related($0.message, at: text.fileSpan($0.span)) },
            pointer: pointer,
            issues: issues)
    }
}

extension FileReport {
    /// Lets the file's content go where no output will show any of it.
    public mutating func dropNeedlessBytes() {
        guard diagnostics.isEmpty, unreadable == nil else { return }
        file.bytes = []
        secrets = []
        repeatedKeys = 0
    }
}
