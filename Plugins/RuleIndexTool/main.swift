// Usage: RuleIndexTool RULES_FOLDER PAGES_FOLDER CHECKS_FILE OUTPUT_FILE
//
// A rule is a Swift file below RULES_FOLDER that declares a type of the file's own name conforming
// to a protocol whose name ends in `Rule`; its page is the Markdown file below PAGES_FOLDER whose
// name is the rule's id. CHECKS_FILE is taken over as it is.

import Foundation

func files(below folder: String, withExtension wanted: String) -> [URL] {
    let found = FileManager.default.enumerator(at: URL(filePath: folder), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
        .filter { $0.pathExtension == wanted }
        .sorted { $0.path < $1.path }
}

let arguments = CommandLine.arguments
guard arguments.count == 5 else {
    FileHandle.standardError.write(
        Data("usage: RuleIndexTool RULES_FOLDER PAGES_FOLDER CHECKS_FILE OUTPUT_FILE\n".utf8))
    exit(2)
}

var ruleTypes: [String] = []
for file in files(below: arguments[1], withExtension: "swift") {
    let name = file.deletingPathExtension().lastPathComponent
    let text = try String(contentsOf: file, encoding: .utf8)
    if text.range(of: "(struct|enum) \(name): [A-Za-z]*Rule\\b", options: .regularExpression) != nil {
        ruleTypes.append(name)
    }
}

var pages: [(id: String, text: String)] = []
for file in files(below: arguments[2], withExtension: "md") {
    let id = file.deletingPathExtension().lastPathComponent
    if id == "README" { continue }
    pages.append((id, try String(contentsOf: file, encoding: .utf8)))
}
pages.sort { $0.id < $1.id }

var output = """
    // Written by RuleIndexTool at build time.

    /// All rules and their pages, found in `Sources/PolicyLint/Rules` and `rules`.
    enum RuleIndex {
        static let all: [any Rule.Type] = [

    """
for name in ruleTypes { output += "        \(name).self,\n" }
output += """
        ]

        static let pageNames: [String] = [

    """
for page in pages { output += "        \"\(page.id)\",\n" }
output += """
        ]

        static func page(_ id: String) -> StaticString? {
            switch id {

    """
for (index, page) in pages.enumerated() { output += "        case \"\(page.id)\": page\(index)\n" }
output += """
            default: nil
            }
        }
    }


    """
for (index, page) in pages.enumerated() {
    output += "private let page\(index): StaticString = ####\"\"\"\n\(page.text)\n\"\"\"####\n\n"
}
let checks = try String(contentsOfFile: arguments[3], encoding: .utf8)
output += """
    /// `rules/data/access-analyzer-checks.txt`.
    enum AccessAnalyzerTable {
        static let text: StaticString = checks
    }

    private let checks: StaticString = ####\"""

    """
output += "\(checks)\n\"\"\"####\n"
try output.write(toFile: arguments[4], atomically: true, encoding: .utf8)
