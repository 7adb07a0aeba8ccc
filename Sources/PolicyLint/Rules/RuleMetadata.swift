/// What is known of a rule besides its check. Its words are on its page.
///
/// A class, because it goes with the rule to every document.
public final class RuleMetadata: Sendable {
    /// The rule's id: a kebab-case noun for the problem.
    public let id: String
    /// The group of rules it belongs to, and the folder of its page.
    public let wing: Wing
    /// How grave its diagnostics are.
    public let severity: Severity
    /// The kinds of document it is for.
    public let kinds: DocumentKinds
    /// The effects that its fixes can have; empty where it offers none.
    public let fixes: [Fix.Effect]
    /// What the rule answers to in published frameworks and tools.
    public let references: [Reference]

    /// The groups of rules.
    public enum Wing: String, CaseIterable, Sendable {
        case grammar, services, conditions, trust, mfa, grants, exposure, effect, root, credentials, versioning
    }

    /// A control or a check of somebody else's that the rule answers.
    public enum Reference: Hashable, Sendable {
        /// A page of AWS's documentation.
        case documentation(String)
        /// An issue code of IAM Access Analyzer's policy checks.
        case accessAnalyzer(String)
        /// A control of AWS Security Hub: `IAM.4`.
        case securityHub(String)
        /// A control of the CIS AWS Foundations Benchmark in one version: `5.0`, `1.3`.
        case cis(version: String, control: String)
        /// A check of another linter, by the name that it has in `rules/data/checks-of-PEER.txt`.
        case peer(Peer, String)
    }

    /// The issue codes of IAM Access Analyzer's checks that the rule answers.
    public var issueCodes: [String] {
        references.compactMap { if case .accessAnalyzer(let code) = $0 { code } else { nil } }
    }

    /// The checks of a peer that the rule answers.
    public func checks(of peer: Peer) -> [String] {
        references.compactMap { if case .peer(peer, let check) = $0 { check } else { nil } }
    }

    /// The metadata of a rule.
    public init(
        id: String, wing: Wing, severity: Severity, kinds: DocumentKinds, fixes: [Fix.Effect] = [],
        references: [Reference] = []
    ) {
        self.id = id
        self.wing = wing
        self.severity = severity
        self.kinds = kinds
        self.fixes = fixes
        self.references = references
    }
}
