/// The content of a `policylint.yaml`. What it leaves out is nil; the command line goes before it.
public struct Configuration: Sendable {
    /// `trusted-user`: the ARN of the user, or role, that trust policies should name.
    public private(set) var trustedUser: AmazonResourceName?
    /// `account-id`: the account that the documents belong to.
    public private(set) var accountID: String?
    /// `select`: the rules to run.
    public private(set) var selectedRules: Set<String>?
    /// `ignore`: the rules not to run.
    public private(set) var ignoredRules: Set<String>?
    /// `min-severity`: diagnostics below this are not reported.
    public private(set) var minimumSeverity: Severity?
    /// `fail-on`: diagnostics below this do not fail the run.
    public private(set) var failOn: Severity?
    /// `exclude`: files that are left out, also where they are named.
    public private(set) var excludedFiles: [PathPattern] = []
    /// `kinds`: what kind of document the files of a pattern are.
    public private(set) var kinds: [(files: PathPattern, kind: DocumentKind)] = []
    /// `suppress`: findings that are accepted.
    public private(set) var suppressions: [Suppression] = []
    /// `accept`: lines of an account's checklist that are accepted.
    public private(set) var acceptances: [Acceptance] = []
    /// `access-key-maximum-age`, in days.
    public private(set) var accessKeyMaximumAge: Int?
    /// `unused-credential-age`, in days.
    public private(set) var unusedCredentialAge: Int?

    /// `catalogue`: the file of a newer catalogue of AWS's services.
    public private(set) var cataloguePath: String?
    /// The file that it was read from.
    public private(set) var path: String?

    /// Whether something depends on where a file lies.
    public var hasPatterns: Bool {
        !excludedFiles.isEmpty || !kinds.isEmpty || !suppressions.isEmpty
    }

    /// The configuration that says nothing.
    public init() {}

    /// The names under which a configuration is looked for.
    public static let fileNames = ["policylint.yaml", ".policylint.yaml", "policylint.yml", ".policylint.yml"]

    /// Reads a configuration.
    ///
    /// - Throws: `ConfigurationError` at the first thing that is not understood.
    public init(yaml text: [UInt8]) throws(ConfigurationError) {
        guard let root = try YAMLReader.read(text) else { return }
        for (key, value) in try root.mapping() {
            switch try key.scalar() {
            case "trusted-user": trustedUser = try value.trustedUser()
            case "account-id": accountID = try value.accountID()
            case "select":
                let rules = try value.ruleIDs()
                if rules.isEmpty { throw value.failure("no rule or wing is named, so that nothing would be checked") }
                selectedRules = rules
            case "ignore": ignoredRules = try value.ruleIDs()
            case "min-severity": minimumSeverity = try value.choice(Severity.self)
            case "fail-on": failOn = try value.choice(Severity.self)
            case "exclude": excludedFiles = try value.patterns()
            case "kinds": kinds = try Self.kinds(value)
            case "suppress": suppressions = try Self.suppressions(value)
            case "accept":
                for entry in try value.list() { acceptances.append(try Self.acceptance(entry)) }
            case "access-key-maximum-age": accessKeyMaximumAge = try value.days()
            case "catalogue": cataloguePath = try value.scalar()
            case "unused-credential-age": unusedCredentialAge = try value.days()
            case let unknown: throw key.unknown(unknown, among: Self.keys)
            }
        }
    }

    /// The configuration as what a file says: paths in it count from the file's directory.
    public func read(from path: String) -> Configuration {
        var result = self
        result.path = path
        if let cataloguePath, !cataloguePath.hasPrefix("/"), let slash = path.lastIndex(of: "/") {
            result.cataloguePath = path[...slash] + cataloguePath
        }
        return result
    }

    /// The settings with what the configuration says. The catalogue is for the caller to read.
    public func applied(to settings: LintSettings) -> LintSettings {
        var result = settings
        if let trustedUser { result.trustedUser = trustedUser }
        if let accountID { result.accountID = accountID }
        if let selectedRules { result.selectedRules = selectedRules }
        if let ignoredRules { result.ignoredRules = ignoredRules }
        if let minimumSeverity { result.minimumSeverity = minimumSeverity }
        if let accessKeyMaximumAge { result.accessKeyMaximumAge = accessKeyMaximumAge }
        if let unusedCredentialAge { result.unusedCredentialAge = unusedCredentialAge }
        result.kinds = kinds
        result.suppressions = suppressions
        result.acceptances = acceptances
        return result
    }

    private static let keys = [
        "trusted-user", "account-id", "select", "ignore", "min-severity", "fail-on", "exclude", "kinds", "suppress",
        "accept",
        "access-key-maximum-age", "unused-credential-age", "catalogue",
    ]

    private static func kinds(_ node: YAMLNode) throws(ConfigurationError) -> [(files: PathPattern, kind: DocumentKind)]
    {
        var result: [(files: PathPattern, kind: DocumentKind)] = []
        for (key, value) in try node.mapping() {
            result.append((try key.pattern(), try value.choice(DocumentKind.self)))
        }
        return result
    }

    private static func suppressions(_ node: YAMLNode) throws(ConfigurationError) -> [Suppression] {
        var result: [Suppression] = []
        for entry in try node.list() { result.append(try suppression(entry)) }
        return result
    }

    private static func suppression(_ node: YAMLNode) throws(ConfigurationError) -> Suppression {
        var rules: Set<String> = []
        var files: PathPattern?
        var pointer: String?
        var reason: String?
        var expires: Timestamp?
        for (key, value) in try node.mapping() {
            switch try key.scalar() {
            case "rules": rules = try value.ruleIDs()
            case "files": files = try value.pattern()
            case "pointer": pointer = try value.pointer()
            case "reason": reason = try value.reason()
            case "expires": expires = try value.moment()
            case let unknown: throw key.unknown(unknown, among: ["rules", "files", "pointer", "reason", "expires"])
            }
        }
        guard !rules.isEmpty else { throw node.failure("`rules` is missing") }
        guard let reason else { throw node.missingReason }
        return Suppression(
            rules: rules, files: files, pointer: pointer, reason: reason, expires: expires, line: node.line,
            column: node.column)
    }

    private static func acceptance(_ node: YAMLNode) throws(ConfigurationError) -> Acceptance {
        var controls: Set<String> = []
        var subject: String?
        var reason: String?
        var expires: Timestamp?
        for (key, value) in try node.mapping() {
            switch try key.scalar() {
            case "controls": controls = try value.words()
            case "subject": subject = try value.scalar()
            case "reason": reason = try value.reason()
            case "expires": expires = try value.moment()
            case let unknown: throw key.unknown(unknown, among: ["controls", "subject", "reason", "expires"])
            }
        }
        guard !controls.isEmpty else { throw node.failure("`controls` is missing") }
        guard let reason else { throw node.missingReason }
        return Acceptance(
            controls: controls, subject: subject, reason: reason, expires: expires, line: node.line,
            column: node.column)
    }
}
