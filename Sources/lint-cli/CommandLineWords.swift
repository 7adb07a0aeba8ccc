import PolicyLint

/// What the words of a command line are, before options are told from paths.
enum CommandLineWords {
    /// The words that name a subcommand.
    static let subcommands = ["check", "fix", "account", "explain", "rules", "help"]

    /// Refuses words that mean something else than they would be taken for: a mistyped subcommand is no file, and a file
    /// whose name begins with `-` is no heap of options, of which `h` would print the help and end with 0.
    static func check(_ words: ArraySlice<String>) throws(Complaint) {
        if let first = words.first, isMissing(first), let meant = NearestWord.choice(for: first, among: subcommands) {
            throw Complaint("there is no file or command `\(first)`; did you mean `\(meant)`?")
        }
        if words.first == "help", let word = words.dropFirst().first, !subcommands.contains(word), !word.hasPrefix("-")
        {
            let meant = NearestWord.choice(for: word, among: subcommands)
            throw Complaint("there is no command `\(word)`" + (meant.map { "; did you mean `\($0)`?" } ?? ""))
        }
        for word in words.prefix(while: { $0 != "--" }) where isHeap(word) {
            throw Complaint("there is no option `\(word)`; for a file, write `./\(word)`, or `--` before the files")
        }
    }

    /// Whether a word is neither a subcommand nor a file that is there.
    private static func isMissing(_ word: String) -> Bool {
        !subcommands.contains(word) && (try? Platform.state(of: word)) == nil
    }

    /// Whether a word is a dash with more letters than one. Options have one, or two dashes.
    private static func isHeap(_ word: String) -> Bool {
        word.hasPrefix("-") && !word.hasPrefix("--") && word.utf8.count > 2
    }
}
