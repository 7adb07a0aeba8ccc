/// One finding of a rule.
public struct Diagnostic: Hashable, Sendable {
    /// Another place that a diagnostic speaks of.
    public struct Related: Hashable, Sendable {
        /// Where.
        public let span: SourceSpan
        /// What is there.
        public let message: String

        /// A place and what is there.
        public init(_ message: String, at span: SourceSpan) {
            self.span = span
            self.message = message
        }
    }

    /// A check of IAM Access Analyzer that finds what a diagnostic finds.
    public struct AnalyzerIssue: Hashable, Sendable {
        /// The check's issue code.
        public let code: String
        /// The way from the document's root to the place.
        public let path: [JSONPathElement]

        /// A check, and the place in the document.
        public init(code: String, path: [JSONPathElement] = []) {
            self.code = code
            self.path = path
        }
    }

    /// The id of the rule.
    public let rule: String
    /// How grave it is.
    public let severity: Severity
    /// Where: for a rule in its document's text, from the linter on in the file.
    public let span: SourceSpan
    /// What is wrong: lower-case start, no final period.
    public let message: String
    /// What to do.
    public let help: String?
    /// The mend, in the same places as `span`.
    public let fix: Fix?
    /// A shell command that closes the finding where no edit of the document can.
    public let command: String?
    /// Other places.
    public let related: [Related]
    /// The JSON pointer of the document in its file.
    public let pointer: String
    /// The checks of IAM Access Analyzer that find the same; empty where AWS has none.
    public let issues: [AnalyzerIssue]

    /// A diagnostic of these parts.
    public init(
        rule: String, severity: Severity, span: SourceSpan, message: String, help: String? = nil, fix: Fix? = nil,
        command: String? = nil, related: [Related] = [], pointer: String = "", issues: [AnalyzerIssue] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.span = span
        self.message = message
        self.help = help
        self.fix = fix
        self.command = command
        self.related = related
        self.pointer = pointer
        self.issues = issues
    }

    /// The same with its fix as a suggestion.
    var suggestingItsFix: Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, span: span, message: message, help: help, fix: fix?.suggested,
            command: command, related: related, pointer: pointer, issues: issues)
    }
}
