/// What a person configured, on the command line or in a file.
public struct LintSettings: Sendable {
    /// The ARN of the user, or role, that trust documents should name.
    public var trustedUser: AmazonResourceName?
    /// The twelve digits of the account that the documents belong to.
    public var accountID: String?
    /// The day from which ages count where a person named one, also those in a report that says when it was made.
    public var now: Timestamp?
    /// The day on which the linter runs; nil where nobody says it.
    public var today: Timestamp?
    /// The kind of every document, where the person says it.
    public var kind: DocumentKind?
    /// The kinds of the documents of some files, where the configuration says it.
    public var kinds: [(files: PathPattern, kind: DocumentKind)]
    /// What is known of AWS's services.
    public var catalogue: ServiceCatalogue
    /// Where files lie as seen from the configuration; nil where their names say it.
    public var places: FilePlaces?
    /// Findings that are accepted.
    public var suppressions: [Suppression]
    /// Lines of the checklist that are accepted.
    public var acceptances: [Acceptance]
    /// The rules to run, by id; nil runs all.
    public var selectedRules: Set<String>?
    /// The rules not to run.
    public var ignoredRules: Set<String>
    /// Diagnostics below this are not reported.
    public var minimumSeverity: Severity
    /// Days after which an access key is old.
    public var accessKeyMaximumAge: Int
    /// Days after which a credential counts as unused.
    public var unusedCredentialAge: Int

    /// The defaults: all rules, everything reported.
    public init() {
        kinds = []
        catalogue = .embedded
        suppressions = []
        acceptances = []
        ignoredRules = []
        minimumSeverity = .note
        accessKeyMaximumAge = 90
        unusedCredentialAge = 45
    }

    /// The day that a person named, else today.
    public var day: Timestamp? { now ?? today }

    /// The kind that a person gave the documents of a file; nil where it is to be recognised.
    public func kind(of file: SourceFile) -> DocumentKind? {
        kind ?? kinds.first { matches($0.files, file) }?.kind
    }

    /// Whether a file matches a pattern of the configuration.
    public func matches(_ pattern: PathPattern, _ file: SourceFile) -> Bool {
        places?.matches(pattern, file.name) ?? pattern.matches(file: RelativePath(file.name))
    }

    /// What the rules may know of the settings when they look at a document of a file.
    func ruleSettings(for file: SourceFile) -> RuleSettings {
        RuleSettings(
            trustedUser: trustedUser, accountID: accountID, now: day, asked: now, kind: kind(of: file),
            catalogue: catalogue,
            accessKeyMaximumAge: accessKeyMaximumAge, unusedCredentialAge: unusedCredentialAge)
    }
}
