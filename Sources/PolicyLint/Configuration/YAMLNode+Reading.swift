/// What a configuration takes from a YAML value, or says that it is not there.
extension YAMLNode {
    func failure(_ message: String) -> ConfigurationError {
        ConfigurationError(message: message, line: line, column: column)
    }

    func unknown(_ word: String, among words: [String]) -> ConfigurationError {
        if let meant = NearestWord.choice(for: word, among: words) {
            return failure("`\(word)` is not known here; did you mean `\(meant)`?")
        }
        return failure("`\(word)` is not known here; known are \(words.map { "`\($0)`" }.joined(separator: ", "))")
    }

    func scalar() throws(ConfigurationError) -> String {
        guard case .scalar(let text) = value else { throw failure("a single value is expected") }
        return text
    }

    /// The elements of a list: none where nothing is written, as all may be commented out.
    func list() throws(ConfigurationError) -> [YAMLNode] {
        switch value {
        case .list(let elements): return elements
        case .nothing: return []
        case .scalar, .mapping: throw failure("a list is expected")
        }
    }

    /// The members of a mapping: none where nothing is written.
    func mapping() throws(ConfigurationError) -> [(key: YAMLNode, value: YAMLNode)] {
        switch value {
        case .mapping(let members): return members
        case .nothing: return []
        case .scalar, .list: throw failure("a mapping is expected")
        }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type
    ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
        let word = try scalar()
        guard let choice = Choice(rawValue: word) else { throw unknown(word, among: Choice.allCases.map(\.rawValue)) }
        return choice
    }

    func days() throws(ConfigurationError) -> Int {
        guard let days = Int(try scalar()), days > 0 else { throw failure("a number of days is expected") }
        return days
    }

    func accountID() throws(ConfigurationError) -> String {
        let text = try scalar()
        guard AmazonResourceName.isAccountID(text) else { throw failure("twelve digits are expected, in quotes") }
        return text
    }

    func trustedUser() throws(ConfigurationError) -> AmazonResourceName {
        guard let arn = AmazonResourceName(trustedUser: try scalar()) else {
            throw failure("the ARN of an IAM user or role is expected")
        }
        return arn
    }

    func patterns() throws(ConfigurationError) -> [PathPattern] {
        var result: [PathPattern] = []
        for element in try list() { result.append(try element.pattern()) }
        return result
    }

    func pattern() throws(ConfigurationError) -> PathPattern {
        let text = try scalar()
        let pattern = PathPattern(text)
        if pattern.isEmpty { throw failure("a pattern such as `generated/**` is expected") }
        if text.hasPrefix("!") {
            throw failure("`!` takes nothing back here; for a name that begins so, write `\\!`")
        }
        if pattern.isMalformed {
            throw failure("`\(text)` matches nothing: a `[` is not closed, or names a class that there is not")
        }
        if pattern.leadsOut {
            throw failure("patterns count from the configuration's directory, and `..` leads out of it")
        }
        return pattern
    }

    /// A JSON pointer.
    ///
    /// Source: <https://www.rfc-editor.org/rfc/rfc6901>.
    func pointer() throws(ConfigurationError) -> String {
        let text = try scalar()
        guard text.isEmpty || text.hasPrefix("/") else {
            throw failure("a JSON pointer is expected, which begins with `/`")
        }
        return text
    }

    /// Why something is accepted.
    func reason() throws(ConfigurationError) -> String {
        let text = try scalar()
        if text.allSatisfy(\.isWhitespace) { throw missingReason }
        return text
    }

    /// That an entry has no reason.
    var missingReason: ConfigurationError { failure("`reason` is missing: say why this is accepted") }

    func moment() throws(ConfigurationError) -> Timestamp {
        guard let moment = Timestamp(try scalar()) else { throw failure("a date such as 2027-01-31 is expected") }
        return moment
    }

    /// One word, or a list of them.
    func words() throws(ConfigurationError) -> Set<String> {
        var result: Set<String> = []
        for element in try oneOrMore() { result.insert(try element.scalar()) }
        return result
    }

    private func oneOrMore() throws(ConfigurationError) -> [YAMLNode] {
        if case .scalar = value { [self] } else { try list() }
    }

    /// One rule or wing, or a list of them.
    func ruleIDs() throws(ConfigurationError) -> Set<String> {
        var result: Set<String> = []
        for element in try oneOrMore() {
            let word = try element.scalar()
            if word.isEmpty { throw element.failure("the name of a rule or wing is expected") }
            let ids = RuleCatalogue.ids(named: word)
            if ids.isEmpty {
                throw element.failure("there is no rule or wing `\(word)`\(RuleCatalogue.suggestion(for: word))")
            }
            result.formUnion(ids)
        }
        return result
    }
}
