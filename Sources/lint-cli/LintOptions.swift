import ArgumentParser
import PolicyLint

/// The options that `check` and `fix` share.
struct LintOptions: ParsableArguments {
    @Argument(help: "Files and directories; `-` is standard input. Default: the current directory.")
    var paths: [String] = []

    @Option(
        help: "Take every input for a document of this kind, such as trust-policy. A word like none of them lists all.",
        completion: .list(DocumentKind.allCases.map(\.rawValue)))
    var kind: String?

    @Option(help: ArgumentHelp("The name to show for standard input, and to recognise its kind by.", valueName: "name"))
    var stdinFilename: String?

    @Option(
        help: ArgumentHelp(
            "Run only these rules or wings (`policylint rules` lists both), separated by commas, whatever the "
                + "configuration selects or ignores.",
            valueName: "rules"), completion: .list(RuleSelection.words))
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Do not run these rules or wings, nor those that the configuration ignores.", valueName: "rules"),
        completion: .list(RuleSelection.words))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("The ARN of the user, or role, that trust policies should name.", valueName: "arn"))
    var trustedUser: String?

    @Option(help: ArgumentHelp("The account that the documents belong to, twelve digits.", valueName: "account"))
    var accountId: String?

    @Option(
        help: ArgumentHelp("Report no finding below this: note, warning or error.", valueName: "severity"),
        completion: .list(Severity.allCases.map(\.rawValue)))
    var minSeverity: String?

    @OptionGroup var run: RunOptions

    /// Whether they leave out findings that the configuration asks for, or look for others.
    var narrowsFindings: Bool { !select.isEmpty || !ignore.isEmpty || kind != nil }

    /// What to lint.
    func inputs(_ configuration: Configuration) -> Inputs {
        var inputs = run.inputs(paths, configuration)
        if let stdinFilename { inputs.standardInputName = stdinFilename }
        return inputs
    }

    /// The settings: what the options say, else the configuration. Mistakes are said in words.
    func settings(_ configuration: Configuration, for inputs: Inputs) throws -> LintSettings {
        var settings = try run.settings(configuration, for: inputs)
        settings.kind = try kind.map { try Choice.value($0, of: DocumentKind.self, option: "--kind") }
        if let minSeverity {
            settings.minimumSeverity = try Choice.value(minSeverity, of: Severity.self, option: "--min-severity")
        }
        if !select.isEmpty {
            settings.selectedRules = try RuleSelection.rules(named: select, option: "--select")
            settings.ignoredRules = []
        }
        settings.ignoredRules.formUnion(try RuleSelection.rules(named: ignore, option: "--ignore"))
        if let trustedUser {
            guard let arn = AmazonResourceName(trustedUser: trustedUser) else {
                throw ValidationError(
                    "--trusted-user takes the ARN of an IAM user or role, such as arn:aws:iam::111122223333:user/alice")
            }
            settings.trustedUser = arn
        }
        if let accountId {
            guard AmazonResourceName.isAccountID(accountId) else {
                throw ValidationError("--account-id takes twelve digits")
            }
            settings.accountID = accountId
        }
        return settings
    }
}

/// Options that take one of a few words.
enum Choice {
    static func value<Value: RawRepresentable & CaseIterable>(
        _ text: String, of type: Value.Type, option: String
    ) throws -> Value where Value.RawValue == String {
        if let value = Value(rawValue: text) { return value }
        throw unknown(text, among: Value.allCases.map(\.rawValue), option: option)
    }

    /// That an option takes none but these words.
    static func unknown(_ text: String, among words: [String], option: String) -> ValidationError {
        if let meant = NearestWord.choice(for: text, among: words) {
            return ValidationError("\(option) does not know `\(text)`; did you mean `\(meant)`?")
        }
        return ValidationError("\(option) does not know `\(text)`; it takes \(words.joined(separator: ", "))")
    }
}

/// Rules named on the command line.
enum RuleSelection {
    /// All words that name rules.
    static let words = RuleMetadata.Wing.allCases.map(\.rawValue) + RuleCatalogue.all.map(\.id) + ["all"]

    /// The ids of the rules that the words name: ids, wings, or `all`, with commas or blanks between them.
    static func rules(named words: [String], option: String) throws -> Set<String> {
        var result: Set<String> = []
        for word in words.flatMap({ $0.split { $0 == "," || $0.isWhitespace } }).map(String.init) {
            let named = RuleCatalogue.ids(named: word)
            if named.isEmpty {
                throw ValidationError("\(option) knows no rule or wing `\(word)`\(RuleCatalogue.suggestion(for: word))")
            }
            result.formUnion(named)
        }
        if result.isEmpty && option == "--select" { throw ValidationError("--select names no rule or wing") }
        return result
    }
}
