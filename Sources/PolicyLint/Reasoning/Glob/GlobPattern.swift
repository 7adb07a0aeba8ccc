/// A pattern of texts: letters, `*` (any number of letters, none included), `?` (one letter) and policy
/// variables, as actions, resources and condition values have them.
///
/// A letter is a Unicode scalar. `*` and `?` in the first five fields of an ARN match no colon: AWS
/// compares ARNs field by field. But of a resource AWS says that a `*` at the end of a field *can* match beyond the
/// colon, and its own analyses of policies do not take it so. What is said of such a pattern holds in both readings;
/// where they differ, the answer is unclear.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN>.
struct GlobPattern: Hashable, Sendable {
    /// Its symbols. In a row of wildcards `?` come first, and one `*` at most follows.
    let symbols: [GlobSymbol]
    /// How it is put together.
    private let form: Form
    /// Whether AWS may let a `*` at the end of one of its first five fields match beyond the colon.
    let mayReachOverFields: Bool

    private enum Form: Hashable, Sendable {
        case text
        /// Six fields, of which the first five hold no colon.
        case arn
        /// What stands where an ARN belongs and has not six fields.
        case irregular
    }

    private init(_ symbols: [GlobSymbol], _ form: Form, mayReachOverFields: Bool = false) {
        self.symbols = symbols
        self.form = form
        self.mayReachOverFields = mayReachOverFields
    }

    /// Whether it stands where an ARN belongs and is none of six fields, so that it is not sure what AWS
    /// makes of it.
    var isIrregular: Bool { form == .irregular }

    /// Whether it is an ARN, whose wildcards match no colon in the first five fields.
    var isARN: Bool { form == .arn }

    /// The pattern of some symbols.
    init(_ symbols: some Sequence<GlobSymbol>) { self.init(Array(symbols), .text) }

    /// The pattern of all texts.
    static let everything = GlobPattern([.any])

    // MARK: What policies hold

    /// An action, with wildcards; actions are compared without case.
    init(action text: String) {
        self.init(GlobReading.symbols(text, hasWildcards: true, hasVariables: false, ignoresCase: true))
    }

    /// A resource: `*`, or an ARN with wildcards and variables.
    ///
    /// - Parameter hasVariables: Whether the policy's version replaces `${…}`.
    init(resource text: String, hasVariables: Bool) {
        let pattern = GlobPattern(arn: text, hasVariables: hasVariables)
        self.init(
            pattern.symbols, pattern.form,
            mayReachOverFields: pattern.isARN && pattern.symbols.indices.contains(where: pattern.isFieldEnd))
    }

    /// An ARN of a condition, whose fields are always compared one by one.
    ///
    /// - Parameter hasVariables: Whether the policy's version replaces `${…}`.
    init(arn text: String, hasVariables: Bool) {
        var symbols = GlobReading.symbols(text, hasWildcards: true, hasVariables: hasVariables, ignoresCase: false)
        if symbols.count == 1, symbols[0] == .any {
            self.init(symbols, .text)
        } else {
            let isComplete = GlobReading.limitToFields(&symbols)
            self.init(symbols, isComplete ? .arn : .irregular)
        }
    }

    /// A value of a condition.
    ///
    /// - Parameters:
    ///   - text: The value as written.
    ///   - hasWildcards: Whether the operator takes `*` and `?` as wildcards.
    ///   - hasVariables: Whether the policy's version, and the operator, replace `${…}`.
    ///   - ignoresCase: Whether the operator compares without case.
    init(value text: String, hasWildcards: Bool, hasVariables: Bool, ignoresCase: Bool = false) {
        self.init(
            GlobReading.symbols(text, hasWildcards: hasWildcards, hasVariables: hasVariables, ignoresCase: ignoresCase))
    }

    /// A text that matches nothing but itself.
    init(literal text: String, ignoresCase: Bool = false) {
        self.init(value: text, hasWildcards: false, hasVariables: false, ignoresCase: ignoresCase)
    }

    /// Whether a `*` stands at an index, at the end of one of the first five fields.
    private func isFieldEnd(_ index: Int) -> Bool {
        symbols[index] == .anyInField && index + 1 < symbols.count && symbols[index + 1] == .colon
    }

    /// The pattern with a `*` that matches beyond the colon wherever AWS may let it.
    var reachingOverFields: GlobPattern {
        if !mayReachOverFields { return self }
        var reaching = symbols
        for index in symbols.indices where isFieldEnd(index) { reaching[index] = .any }
        return GlobPattern(reaching, .text)
    }

    /// Whether wildcards stand in it that match no colon.
    var isLimitedToFields: Bool { symbols.contains { $0.isLimitedToField } }

    /// The pattern of the same texts in lower case.
    var lowercased: GlobPattern {
        GlobPattern(symbols.map(GlobReading.lowercased), form, mayReachOverFields: mayReachOverFields)
    }

    // MARK: Variables

    /// Whether a variable stands in it.
    var hasVariables: Bool { symbols.contains { $0.isOfVariable } }

    /// The variables in it, in their order.
    var allVariables: [PolicyVariable] {
        var found: [PolicyVariable] = []
        var index = 0
        while index < symbols.count {
            if symbols[index].isOfVariable { found.append(variable(at: &index)) } else { index += 1 }
        }
        return found
    }

    /// The variable whose name begins at an index, which then stands behind it.
    private func variable(at index: inout Int) -> PolicyVariable {
        let start = index
        while !symbols[index].isLastOfVariable { index += 1 }
        index += 1
        return PolicyVariable.read(Self.letters(of: symbols[start..<index]))
    }

    /// The variables in it that have no default.
    var variables: Set<PolicyVariable> { Set(allVariables.lazy.filter { $0.defaultValue == nil }) }

    /// The pattern with the texts in the place of variables; nil where one of them has none.
    func resolved(_ text: (PolicyVariable) -> String?) -> GlobPattern? {
        if !hasVariables { return self }
        var isComplete = true
        let replaced = replacingVariables { variable in
            if let text = text(variable) { return text.unicodeScalars.map { GlobSymbol($0) } }
            isComplete = false
            return []
        }
        return isComplete ? replaced : nil
    }

    /// The pattern with `*` in the place of variables: all that it can match, whatever they stand for.
    var widened: GlobPattern { hasVariables ? replacingVariables { _ in [.any] } : self }

    /// The pattern as a caller meets it who can become whoever he wants. A variable that describes the
    /// resource stays as its text: no caller chooses its value.
    var widenedForCallers: GlobPattern {
        if !hasVariables { return self }
        return replacingVariables { variable in
            variable.describesResource ? "${\(variable.name)}".unicodeScalars.map { GlobSymbol($0) } : [.any]
        }
    }

    private func replacingVariables(_ replacement: (PolicyVariable) -> [GlobSymbol]) -> GlobPattern {
        var result: [GlobSymbol] = []
        var colons = 0
        var isInFirstFields = false
        var index = 0
        while index < symbols.count {
            let symbol = symbols[index]
            if symbol.isOfVariable {
                isInFirstFields = isInFirstFields || colons < 5
                result += replacement(variable(at: &index))
            } else {
                if symbol == .colon { colons += 1 }
                result.append(symbol)
                index += 1
            }
        }
        // In the first fields a variable's text may hold a colon.
        return GlobPattern(
            GlobReading.normalised(result), isARN && isInFirstFields ? .text : form,
            mayReachOverFields: mayReachOverFields)
    }

    /// The patterns between literal separators.
    func fields(separatedBy separator: Unicode.Scalar, maximum: Int = .max) -> [GlobPattern] {
        symbols.split(separator: GlobSymbol(separator), maxSplits: maximum - 1, omittingEmptySubsequences: false)
            .map { GlobPattern(Array($0)) }
    }
}
