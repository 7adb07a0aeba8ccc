/// What an export tells of one question. Absence from the export proves nothing.
public enum Known<Value: Sendable>: Sendable {
    /// The answer.
    case value(Sourced<Value>)
    /// AWS said that there is no such thing.
    case absent(Evidence)
    /// AWS did not let the exporter see it.
    case refused(Evidence)
    /// Two answers differ, and nothing tells which is the newer one.
    case contradictory([Evidence])
    /// The export does not speak of it.
    case unknown

    /// The answer, where there is one.
    public var value: Sourced<Value>? { if case .value(let value) = self { value } else { nil } }

    /// Whether AWS said that there is no such thing.
    public var isKnownAbsent: Bool { if case .absent = self { true } else { false } }

    /// Why there is no answer, in words that name `what` was asked for; nil where there is one.
    public func gap(_ what: String) -> EvidenceGap? {
        switch self {
        case .value: nil
        case .absent(let evidence): EvidenceGap("there is no \(what)", [evidence])
        case .refused(let evidence): EvidenceGap("AWS did not let the exporter read the \(what)", [evidence])
        case .contradictory(let evidence): EvidenceGap("two answers differ on the \(what)", evidence)
        case .unknown: EvidenceGap("the export holds no \(what)")
        }
    }
}

/// Why something cannot be told.
public struct EvidenceGap: Sendable {
    /// The reason: lower-case start, no final period.
    public let says: String
    /// What shows it.
    public let evidence: [Evidence]

    init(_ says: String, _ evidence: [Evidence] = []) {
        self.says = says
        self.evidence = evidence
    }
}
