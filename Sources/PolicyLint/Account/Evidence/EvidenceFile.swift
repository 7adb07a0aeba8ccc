/// A file of an export, with what was found in it.
public struct EvidenceFile: Sendable {
    /// The file.
    public let file: SourceFile
    /// What is no policy.
    let documents: [Document]
    /// The policies.
    let policies: [PolicyEvidence]
    /// Whether there are documents in it, and none could be read.
    public let isUnreadable: Bool

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
        isUnreadable = parts.contains { $0.readable == 0 && $0.unreadable > 0 } && parts.allSatisfy { $0.readable == 0 }
    }

    /// Whether nothing in it is evidence.
    public var isEmpty: Bool { documents.isEmpty && policies.isEmpty }

    /// Whether it seems to be an answer in another format of the AWS CLI: `--output yaml`, `table` or `text`.
    public var isInOtherFormat: Bool {
        isEmpty && ["json", "yaml", "yml"].contains(file.pathExtension)
            && !Configuration.fileNames.contains(String(file.lastComponent))
            && file.bytes.contains { $0 > UInt8(ascii: " ") } && !DocumentFinder.looksLikeJSON(file.bytes)
    }
}

/// What was found in a part of a file.
public struct EvidencePart: Sendable {
    let documents: [Document]
    let policies: [PolicyEvidence]
    /// How many documents could be read, and how many could not.
    let readable: Int
    let unreadable: Int

    /// Reads a part. Where it is not alone, the export is a large one, and only the places of its policies are
    /// kept.
    public init(_ file: SourceFile, _ part: FilePart, isAlone: Bool, kind: DocumentKind? = nil) {
        var documents: [Document] = []
        var policies: [PolicyEvidence] = []
        var (readable, unreadable) = (0, 0)
        DocumentFinder(kind: kind, findsEntities: true).documents(in: file, part: part) { document in
            if document.isReadable { readable += 1 } else { unreadable += 1 }
            if document.kind.isPolicy {
                let source = EvidenceSource(file: 0, document)
                policies.append(PolicyEvidence(document, from: source, keepingPlaceIn: isAlone ? nil : file))
            } else {
                documents.append(document)
            }
        }
        self.documents = documents
        self.policies = policies
        (self.readable, self.unreadable) = (readable, unreadable)
    }
}
