/// What a configuration takes from a YAML value, or says that it is not there.
extension YAMLNode {
    func failure(_ message: String) -> ConfigurationError {
        ConfigurationError(message: message, line: line, column: column)
    }

    func unknown(_ word: String, among words: [String]) -> ConfigurationError {
        failure("`\(word)` is not known here; known are \(words.map { "`\($0)`" }.joined(separator: ", "))")
    }

    func scalar() throws(ConfigurationError) -> String {
        guard case .scalar(let text) = value else { throw failure("a single value is expected") }
        return text
    }

    func list() throws(ConfigurationError) -> [YAMLNode] {
        guard case .list(let elements) = value else { throw failure("a list is expected") }
        return elements
    }

    func mapping() throws(ConfigurationError) -> [(key: YAMLNode, value: YAMLNode)] {
        guard case .mapping(let members) = value else { throw failure("a mapping is expected") }
        return members
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
        let pattern = PathPattern(try scalar())
        if pattern.isEmpty { throw failure("a pattern such as `generated/**` is expected") }
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

    /// One rule or wing, or a list of them.
    func ruleIDs() throws(ConfigurationError) -> Set<String> {
        let elements = if case .list(let elements) = value { elements } else { [self] }
        var result: Set<String> = []
        for element in elements {
            let word = try element.scalar()
            let ids = RuleCatalogue.ids(named: word)
            if ids.isEmpty {
                throw element.failure("there is no rule or wing `\(word)`\(RuleCatalogue.suggestion(for: word))")
            }
            result.formUnion(ids)
        }
        return result
    }
}
