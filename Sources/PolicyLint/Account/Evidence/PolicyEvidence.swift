/// A policy of the export.
public struct PolicyEvidence: Sendable {
    /// The name of an inline or managed policy; nil for trust and bucket policies.
    public let name: String?
    /// The document.
    public let document: Document
    /// Where it was read from.
    public let source: EvidenceSource

    init(_ document: Document, from source: EvidenceSource, name: String? = nil) {
        self.name = name ?? document.owner.policyName
        self.document = document
        self.source = source
    }

    /// The policy; nil where its text could not be read.
    public var policy: Policy? { if case .policy(let policy) = document.content { policy } else { nil } }

    /// Evidence at a place of the policy.
    public func evidence(_ says: String, at span: SourceSpan) -> Evidence { source.evidence(says, at: span) }
}
