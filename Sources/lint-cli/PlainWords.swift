import PolicyLint

/// A command line that says nothing to be parsed: `check` or no subcommand, paths, and options of which each is one
/// word, or has a value that cannot be mistaken. All else is for swift-argument-parser, which takes longer to start than a
/// policy takes to lint, and knows what to say of a mistake.
struct PlainWords {
    private(set) var paths: [String] = []
    private(set) var format: ReportFormat?
    private(set) var outputFile: String?
    private(set) var threads: Int?
    private(set) var readsConfiguration = true

    /// Nil where a word is none of these, an option is repeated, or what has no option might be a subcommand.
    init?(_ words: ArraySlice<String>) {
        let isCheck = words.first == "check"
        var rest = isCheck ? words.dropFirst() : words
        if let first = rest.first, CommandLineWords.subcommands.contains(first) { return nil }
        var hasOptions = false
        while let word = rest.popFirst() {
            if word == "-" || !word.hasPrefix("-") {
                if word.isEmpty { return nil }
                paths.append(word)
                continue
            }
            hasOptions = true
            guard take(word, &rest) else { return nil }
        }
        // Behind options the parser still looks for a subcommand, where there was none.
        if paths.isEmpty || hasOptions && !isCheck && words.contains(where: CommandLineWords.subcommands.contains) {
            return nil
        }
    }

    /// Takes an option, with its value from the words behind it; no for one that is not plain.
    private mutating func take(_ option: String, _ rest: inout ArraySlice<String>) -> Bool {
        switch option {
        case "--format":
            guard format == nil, let value = rest.popFirst().flatMap(ReportFormat.init) else { return false }
            format = value
        case "--output-file":
            guard outputFile == nil, let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else {
                return false
            }
            outputFile = value
        case "--threads":
            guard threads == nil, let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else { return false }
            threads = value
        case "--no-config":
            guard readsConfiguration else { return false }
            readsConfiguration = false
        default: return false
        }
        return true
    }
}
