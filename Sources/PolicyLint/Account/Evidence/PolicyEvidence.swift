/// A policy of the export. Of a large export only its place is kept, and it is read anew when it is asked for.
public struct PolicyEvidence: Sendable {
    /// The name of an inline or managed policy; nil where the export does not say it.
    public var name: String? {
        owner.policyName ?? (owner.kind == .managedPolicy ? owner.name : nil)
    }
    /// What kind of policy it is.
    public var kind: DocumentKind { facts.kind }
    /// What it is attached to, as far as its answer says.
    public var owner: Owner { facts.owner }
    /// Where it was read from.
    public internal(set) var source: EvidenceSource
    private let facts: Facts

    /// What is known of a policy, shared by all copies of its evidence: an account may have many policies, and each
    /// stands in several lists.
    private final class Facts: Sendable {
        let kind: DocumentKind
        let owner: Owner
        let storage: Storage

        init(kind: DocumentKind, owner: Owner, _ storage: Storage) {
            self.kind = kind
            self.owner = owner
            self.storage = storage
        }
    }

    private enum Storage: Sendable {
        case read(Document)
        /// The value in the file that is the policy, or the string that holds it.
        case inFile(SourceFile, SourceSpan)
    }

    /// The policy of a document. `file` is the file that holds it, where only its place is to be kept.
    init(_ document: Document, from source: EvidenceSource, keepingPlaceIn file: SourceFile? = nil) {
        if let file, let place = Self.place(of: document) {
            facts = Facts(kind: document.kind, owner: document.owner, .inFile(file, place))
            self.source = source.withoutEmbeddings
        } else {
            facts = Facts(kind: document.kind, owner: document.owner, .read(document))
            self.source = source
        }
    }

    /// The document. Of a large export it is read anew each time.
    public var document: Document? {
        switch facts.storage {
        case .read(let document): return document
        case .inFile(let file, let place):
            guard let reader = try? JSONReader(file.bytes, in: place.range) else { return nil }
            var documents = JSONDocuments(
                text: SourceText(file.bytes), oddities: [], fileName: file.name, forcedKind: nil)
            documents.addPolicy(reader.root, source.pointer, owner, kind: kind)
            return documents.documents.first
        }
    }

    /// The policy; nil where its text could not be read.
    public var policy: Policy? { if case .policy(let policy) = document?.content { policy } else { nil } }

    /// Evidence for the whole policy.
    public var whole: Evidence {
        switch facts.storage {
        case .read(let document): source.evidence(source.pointer, at: document.span)
        case .inFile(_, let place): source.evidence(source.pointer, at: place)
        }
    }

    /// Evidence at a place of the policy.
    public func evidence(_ says: String, at span: SourceSpan) -> Evidence {
        switch facts.storage {
        case .read: source.evidence(says, at: span)
        case .inFile(_, let place):
            Evidence(file: source.file, span: document?.text.fileSpan(span) ?? place, says: says)
        }
    }

    /// The value in the file that is a document, or the string with its quotes; nil where it lies deeper.
    private static func place(of document: Document) -> SourceSpan? {
        let embeddings = document.text.embeddings
        if embeddings.isEmpty { return document.span }
        guard embeddings.count <= 2, embeddings.last?.form == .jsonString, embeddings.first?.form != .base64 else {
            return nil
        }
        let inside = document.text.fileSpan(SourceSpan(0, document.text.bytes.count))
        return inside.start == 0 ? nil : SourceSpan(inside.start - 1, inside.end + 1)
    }
}
