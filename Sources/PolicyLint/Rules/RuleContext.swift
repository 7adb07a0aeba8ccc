/// What a rule may see besides its document, and where it reports.
struct RuleContext {
    /// The document under the rule's eyes.
    let document: Document
    /// The file's name and permissions.
    let file: SourceFile
    /// What a person told the rules.
    let settings: RuleSettings
    /// The number of the rule that is running, among `rules`.
    var running = 0
    private let rules: [ActiveRule]
    /// What was reported so far, in places of the document's text.
    private(set) var diagnostics: [Diagnostic] = []

    init(document: Document, file: SourceFile, settings: RuleSettings, rules: [ActiveRule]) {
        self.document = document
        self.file = file
        self.settings = settings
        self.rules = rules
    }

    private var rule: RuleMetadata { rules[running].metadata }

    /// The document's text.
    var text: SourceText { document.text }

    /// The account the document belongs to, as far as it, or the configuration, says.
    var ownAccount: String? { document.owner.accountID ?? settings.accountID }

    /// What is known of AWS's services.
    var catalogue: ServiceCatalogue { settings.catalogue }

    /// The actions of the policy that the catalogue does not know, looked up once for all rules.
    private(set) lazy var doubtfulActions: [DoubtfulAction] = {
        guard case .policy(let policy) = document.content else { return [] }
        return DoubtfulAction.all(in: policy, catalogue)
    }()

    /// The conditions of the policy, with what is known of their keys, looked up once for all rules.
    private(set) lazy var typedConditions: [TypedCondition] = {
        guard case .policy(let policy) = document.content else { return [] }
        return TypedCondition.all(in: policy, catalogue)
    }()

    /// The resources of the policy of which some rule may have something to say, looked up once for all rules.
    private(set) lazy var doubtfulResources: [DoubtfulResource] = {
        guard case .policy(let policy) = document.content else { return [] }
        return DoubtfulResource.all(in: policy, catalogue)
    }()

    /// Those of them whose ARNs have none of the forms that AWS documents.
    private(set) lazy var misfitResources = doubtfulResources.compactMap(MisfitResource.init)

    /// The texts of the policy with variables of which some rule may have something to say, looked up once for all
    /// rules.
    private(set) lazy var doubtfulVariables: [DoubtfulVariables] = {
        guard case .policy(let policy) = document.content else { return [] }
        return DoubtfulVariables.all(in: policy, catalogue)
    }()

    /// The type of resource that the policy is of, as far as its file says so, or its text tells.
    private(set) lazy var policyBearer: PolicyBearer? = {
        guard document.kind == .resourcePolicy, case .policy(let policy) = document.content else { return nil }
        return document.owner.kind.map(PolicyBearer.init) ?? PolicyBearer(guessedFrom: policy)
    }()

    /// What the policy grants openly, asked of it by all rules.
    private(set) lazy var openGrants: OpenGrants = {
        guard case .policy(let policy) = document.content else { return OpenGrants([], catalogue) }
        return OpenGrants([policy], catalogue)
    }()

    /// The actions that the policy may allow, among those that rules about grants go by.
    var grantSketch: GrantSketch { mutating get { openGrants.sketch } }

    /// The statements of the policy that change nothing, looked up once for all rules.
    private(set) lazy var redundantStatements: RedundantStatements? = {
        guard case .policy(let policy) = document.content else { return nil }
        return RedundantStatements(in: policy)
    }()

    /// The policies of a user or role, looked up once for all rules.
    private(set) lazy var principalSketch: PrincipalSketch? = {
        guard case .accountPrincipal(let principal) = document.content else { return nil }
        return PrincipalSketch(principal)
    }()

    /// Edits of the document's JSON.
    var editing: JSONEditing { JSONEditing(document.text.bytes) }

    /// Reports a diagnostic.
    ///
    /// - Parameters:
    ///   - message: What is wrong, and what to do.
    ///   - span: Where, as narrow as possible.
    ///   - fix: The mend, if there is one.
    ///   - command: The command that closes the finding where no edit of the document can.
    ///   - related: Other places that the message speaks of.
    mutating func report(
        _ message: Message, at span: SourceSpan, fix: Fix? = nil, command: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        // A secret may stand where a name should, and a message quotes names.
        let mayQuoteSecret = DocumentKinds.credentials.contains(document.kind)
        let isSafe = !(mayQuoteSecret && fix?.edits.contains { SecretScan.looksLikeSecret($0.replacement) } ?? false)
        diagnostics.append(
            Diagnostic(
                rule: rule.id, severity: message.severity ?? rule.severity, span: span,
                message: mayQuoteSecret ? SecretScan.redact(message.text) : message.text,
                help: mayQuoteSecret ? message.help.map(SecretScan.redact) : message.help,
                fix: isSafe ? mayQuoteSecret ? fix?.redacted : fix : nil, command: command, related: related,
                pointer: document.pointer, issues: issues(of: message, at: span)))
    }

    /// The checks of IAM Access Analyzer that find the same, at the same place.
    private func issues(of message: Message, at span: SourceSpan) -> [Diagnostic.AnalyzerIssue] {
        let codes: [String] =
            switch message.issue {
            case .ofRule: rule.issueCodes.count == 1 ? rule.issueCodes : []
            case .code(let code): [code]
            case .codes(let codes): codes
            case .none: []
            }
        if codes.isEmpty { return [] }
        var path: [JSONPathElement] = []
        if case .policy(let policy) = document.content { path = policy.node.path(to: span) }
        return codes.map { Diagnostic.AnalyzerIssue(code: $0, path: path) }
    }
}

/// What a diagnostic says. Texts begin in lower case and have no final period.
struct Message {
    /// What is wrong, in one sentence.
    let text: String
    /// What to do.
    let help: String?
    /// The severity where it differs from the rule's.
    let severity: Severity?
    /// The check of IAM Access Analyzer that says the same.
    let issue: Issue

    /// Which check of IAM Access Analyzer a message goes with.
    enum Issue: ExpressibleByStringLiteral {
        /// The one that the rule names. A rule that names several has to say which.
        case ofRule
        /// The one of this code.
        case code(String)
        /// Those of these codes: AWS finds several things in what is one mistake.
        case codes([String])
        /// AWS has no check for it.
        case none

        init(stringLiteral code: String) { self = .code(code) }
    }

    init(_ text: String, help: String? = nil, severity: Severity? = nil, issue: Issue = .ofRule) {
        self.text = Self.showingEmptyNames(text)
        self.help = help.map(Self.showingEmptyNames)
        self.severity = severity
        self.issue = issue
    }

    /// A text in which an empty name is seen, as it stands in the document: `""`.
    private static func showingEmptyNames(_ text: String) -> String {
        text.withBytes(hasEmptyName) ? text.replacing("``", with: "`\"\"`") : text
    }

    /// Whether two backticks stand side by side.
    private static func hasEmptyName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (last, isFound) = (-2, false)
        bytes.forEachPlace(of: UInt8(ascii: "`"), through: UInt8(ascii: "`"), in: bytes.indices) { place in
            if place == last + 1 { isFound = true }
            last = place
        }
        return isFound
    }
}
