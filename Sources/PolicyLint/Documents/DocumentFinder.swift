/// Finds the documents in a file: what kind each is, where it stands, whose it is.
///
/// A file that holds none yields none: a hook is handed every JSON file of a repository.
public struct DocumentFinder: Sendable {
    /// The kind that a person gave; nil recognises it from structure and file name.
    public let kind: DocumentKind?
    /// Whether users, groups, roles and managed policies are documents, besides the policies in them.
    public let findsEntities: Bool

    /// A finder that takes every file for `kind`, or recognises kinds where it is nil.
    public init(kind: DocumentKind? = nil, findsEntities: Bool = false) {
        self.kind = kind
        self.findsEntities = findsEntities
    }

    /// The documents of a file, in the order of its text.
    public func documents(in file: SourceFile) -> [Document] { documents(in: file, read(file)) }

    /// A file that was read, before documents are looked for in its JSON.
    enum Reading {
        case json(Result<JSONReader, JSONSyntaxError>)
        /// What is no JSON is read and recognised together.
        case documents([Document])
    }

    /// Reads a file. Reading some files before documents are looked for in them is faster than one after the other.
    func read(_ file: SourceFile) -> Reading {
        let text = SourceText(file.bytes)
        if let answer = EmptyVersioningAnswer.document(in: file, text, kind: kind) { return .documents([answer]) }
        let json = mayBeJSON(file) ? Result { () throws(JSONSyntaxError) in try JSONReader(file.bytes) } : nil
        // What can be read as JSON is UTF-8, and no byte of it NUL.
        if case .success? = json, let json { return .json(json) }
        if let (reason, apparent) = EncodingCheck.unreadable(file, kind: kind) {
            return .documents([Document(kind: apparent, content: .unreadable(reason), text: text, span: reason.span)])
        }
        if let json { return .json(json) }
        if let kind { return .documents(TextDocuments.documents(in: file, text, kind: kind)) }
        let documents = TextDocuments.recognise(file, text)
        return .documents(documents.isEmpty ? notBegunAsJSON(file, text) : documents)
    }

    /// Whether the file is to be read as JSON, as far as its name and its beginning show.
    private func mayBeJSON(_ file: SourceFile) -> Bool {
        guard Self.looksLikeJSON(file.bytes) else { return false }
        // Brackets alone, or a profile named by a number, look like JSON.
        return kind.map(DocumentKinds.writtenAsJSON.contains) ?? (SharedFileName.kindByPlace(of: file) == nil)
    }

    /// The documents of a file that was read, in the order of its text.
    func documents(in file: SourceFile, _ reading: Reading) -> [Document] {
        switch reading {
        case .json(let reader): jsonDocuments(in: file, SourceText(file.bytes), reader)
        case .documents(let documents): documents
        }
    }

    /// A JSON file of which the text begins otherwise: with a comment, or with a fence of Markdown.
    private func notBegunAsJSON(_ file: SourceFile, _ text: SourceText) -> [Document] {
        guard file.pathExtension == "json", let apparent = ApparentKind.ofJSON(in: file) else { return [] }
        do {
            _ = try JSONReader(file.bytes)
            return []
        } catch {
            let reason = UnreadableText(
                error.message, help: "JSON is all that the file may hold, without comments or fences around it",
                at: error.span)
            let whole = SourceSpan(0, file.bytes.count)
            return [Document(kind: apparent, content: .unreadable(reason), text: text, span: whole)]
        }
    }

    private func jsonDocuments(
        in file: SourceFile, _ text: SourceText, _ result: Result<JSONReader, JSONSyntaxError>
    ) -> [Document] {
        do {
            let reader = try result.get()
            var finder = JSONDocuments(
                text: text, oddities: reader.oddities, fileName: file.name, forcedKind: kind,
                findsEntities: findsEntities || kind.map(DocumentKinds.entities.contains) ?? false)
            finder.find(in: reader.root)
            return finder.documents
        } catch {
            // A CSV text may begin with a quote, as a JSON string does.
            let others = kind == nil || kind == .credentialReport ? TextDocuments.recognise(file, text) : []
            if !others.isEmpty { return others }
            guard let apparent = kind ?? ApparentKind.ofJSON(in: file) else { return [] }
            let reason = UnreadableText(error.message, at: error.span)
            let whole = SourceSpan(0, file.bytes.count)
            return [Document(kind: apparent, content: .unreadable(reason), text: text, span: whole)]
        }
    }

    /// Whether the first character, past white space and a byte order mark, opens a JSON container or
    /// string.
    static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let first = body.first { !($0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D) }
        guard let first else { return false }
        if first == UInt8(ascii: "[") {
            // A section header of a shared file begins so too, and goes on with a name.
            let next = body.drop { $0 != first }.dropFirst().first { !($0 == 0x20 || $0 == 0x09) }
            return next.map { !$0.isLetter } ?? true
        }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "\"")
    }
}
