/// A file of an export, with the documents that were found in it.
public struct EvidenceFile: Sendable {
    /// The file.
    public let file: SourceFile
    let documents: [Document]

    /// Reads a file. `kind` is what a person said it is.
    public init(_ file: SourceFile, kind: DocumentKind? = nil) {
        let finder = DocumentFinder(kind: kind, findsEntities: true)
        let parts = FilePart.parts(of: file, kind: kind)
        var documents: [Document] = []
        if parts.count > 1, let overview = try? ExportLists.find(in: file.bytes) {
            let answer = AccountAnswer.export(overview.export)
            documents.append(
                Document(
                    kind: answer.kind, content: .accountAnswer(answer), text: SourceText(file.bytes),
                    span: SourceSpan(0, 0)))
        }
        for part in parts { finder.documents(in: file, part: part) { documents.append($0) } }
        self.file = file
        self.documents = documents
    }

    /// Whether nothing in it is evidence.
    public var isEmpty: Bool { documents.isEmpty }
}
