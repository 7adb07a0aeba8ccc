/// A file of an export, with what was found in it.
public struct EvidenceFile: Sendable {
    /// The file.
    public let file: SourceFile
    /// What is no policy.
    let documents: [Document]
    /// The policies.
    let policies: [PolicyEvidence]
    /// Why nothing in it could be read, at its place in the file; nil where something could, or where it holds nothing.
    public let unreadable: UnreadableText?

    /// Reads a file. `kind` is what a person said it is.
    public init(_ file: SourceFile, kind: DocumentKind? = nil) {
        let parts = FilePart.parts(of: file, kind: kind)
        self.init(file, parts: parts.map { EvidencePart(file, $0, isAlone: parts.count == 1, kind: kind) })
    }

    /// A file of which all parts were read, in their order.
    public init(_ file: SourceFile, parts: [EvidencePart]) {
        self.file = file
        var documents = parts.flatMap(\.documents)
        if parts.count > 1, let overview = try? ExportLists.find(in: file.bytes) {
            let answer = AccountAnswer.export(overview.export)
            documents.append(
                Document(
                    kind: answer.kind, content: .accountAnswer(answer), text: SourceText(file.bytes), span: .at(0)))
        }
        self.documents = documents
        policies = parts.flatMap(\.policies)
        unreadable = parts.contains(where: \.isReadable) ? nil : parts.lazy.compactMap(\.unreadable).first
    }

    /// Whether nothing in it is evidence.
    public var isEmpty: Bool { documents.isEmpty && policies.isEmpty }

    /// Whether it seems to be an answer in another format of the AWS CLI: `--output yaml`, `table` or `text`.
    public var isInOtherFormat: Bool {
        isEmpty && unreadable == nil && ["json", "yaml", "yml"].contains(file.pathExtension)
            && !Configuration.fileNames.contains(String(file.lastComponent))
            && file.bytes.contains { $0 > UInt8(ascii: " ") } && !DocumentFinder.looksLikeJSON(file.bytes)
    }
}

/// What was found in a part of a file.
public struct EvidencePart: Sendable {
    let documents: [Document]
    let policies: [PolicyEvidence]
    /// Whether a document in it could be read.
    let isReadable: Bool
    /// Why the first that could not be read could not be, at its place in the file.
    let unreadable: UnreadableText?

    /// Reads a part. Where it is not alone, the export is a large one, and only the places of its policies are
    /// kept.
    public init(_ file: SourceFile, _ part: FilePart, isAlone: Bool, kind: DocumentKind? = nil) {
        var documents: [Document] = []
        var policies: [PolicyEvidence] = []
        var isReadable = false
        var unreadable: UnreadableText?
        let finder = DocumentFinder(kind: kind, findsEntities: true)
        let reading = part.isWhole ? finder.read(file) : nil
        finder.documents(in: file, part: part, reading) { document in
            isReadable = isReadable || document.isReadable
            unreadable = unreadable ?? document.reasonInFile
            if document.kind.isPolicy {
                let source = EvidenceSource(file: 0, document)
                policies.append(PolicyEvidence(document, from: source, keepingPlaceIn: isAlone ? nil : file))
            } else {
                documents.append(document)
            }
        }
        if documents.isEmpty, policies.isEmpty, let reading { unreadable = finder.flaw(ofAnswer: file, reading) }
        self.documents = documents
        self.policies = policies
        (self.isReadable, self.unreadable) = (isReadable, unreadable)
    }
}
