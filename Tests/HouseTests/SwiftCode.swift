/// The code of a Swift file: what is left without comments and the text of strings.
struct SwiftCode {
    let text: String

    init(_ source: String) {
        var scanner = Scanner(source: Array(source.unicodeScalars))
        scanner.scanCode(untilParenthesis: false)
        text = scanner.code
    }

    /// The words that begin in upper case, as the names of types do.
    var typeNames: Set<String> {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return Set(words.filter { $0.first?.isUppercase == true }.map(String.init))
    }

    /// The names of the types that are declared outside of any other.
    var declaredTypes: Set<String> {
        let keywords: Set<Substring> = ["struct", "enum", "class", "protocol", "actor", "typealias"]
        var names: Set<String> = []
        for line in text.split(separator: "\n") where line.first?.isWhitespace == false {
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            guard let keyword = words.firstIndex(where: keywords.contains), keyword + 1 < words.count,
                words[..<keyword].allSatisfy({ $0 != "extension" && $0 != "import" })
            else { continue }
            names.insert(String(words[keyword + 1]))
        }
        return names
    }

    /// The modules that are imported.
    var imports: Set<String> {
        Set(
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else { return nil }
                return words.last.map(String.init)
            })
    }
}

private struct Scanner {
    let source: [Unicode.Scalar]
    var place = 0
    var code = ""

    private func looksAt(_ text: String) -> Bool { source[place...].starts(with: text.unicodeScalars) }

    mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while place < source.count {
            if looksAt("//") {
                while place < source.count, source[place] != "\n" { place += 1 }
            } else if looksAt("/*") {
                while place < source.count, !looksAt("*/") { place += 1 }
                place = min(place + 2, source.count)
            } else if source[place] == "\"" || (source[place] == "#" && startsRawString) {
                scanString()
            } else {
                if source[place] == "(" { depth += 1 }
                if source[place] == ")" { depth -= 1 }
                code.unicodeScalars.append(source[place])
                place += 1
                if untilParenthesis && depth == 0 { return }
            }
        }
    }

    private var startsRawString: Bool { source[place...].drop { $0 == "#" }.first == "\"" }

    /// Passes over a string; the code of its interpolations stays.
    private mutating func scanString() {
        let marks = String(repeating: "#", count: source[place...].prefix { $0 == "#" }.count)
        place += marks.count
        let quotes = looksAt("\"\"\"") ? "\"\"\"" : "\""
        place += quotes.count
        code += "\"\""
        while place < source.count, !looksAt(quotes + marks) {
            if looksAt("\\" + marks + "(") {
                place += 1 + marks.count
                scanCode(untilParenthesis: true)
            } else if looksAt("\\" + marks) {
                place += 2 + marks.count
            } else {
                place += 1
            }
        }
        place = min(place + quotes.count + marks.count, source.count)
    }
}
