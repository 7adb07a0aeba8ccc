// Usage: RuleIndexTool RULES_FOLDER PAGES_FOLDER CONTROLS_FOLDER TEMPLATES_FOLDER OUTPUT_FILE
//
// A rule is a Swift file below RULES_FOLDER that declares a type of the file's own name conforming
// to a protocol whose name ends in `Rule`; its page is the Markdown file below PAGES_FOLDER whose
// name is the rule's id. A control is found in CONTROLS_FOLDER as a rule is. The texts in PAGES_FOLDER/data are what rules know besides, as data.
// TEMPLATES_FOLDER holds the texts that reports are made of: HTML, CSS and JavaScript.

import Foundation

func files(below folder: String, withExtension wanted: String) -> [URL] {
    let found = FileManager.default.enumerator(at: URL(filePath: folder), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
        .filter { $0.pathExtension == wanted }
        .sorted { $0.path < $1.path }
}

let arguments = CommandLine.arguments
guard arguments.count == 6 else {
    FileHandle.standardError.write(
        Data("usage: RuleIndexTool RULES_FOLDER PAGES_FOLDER CONTROLS_FOLDER TEMPLATES_FOLDER OUTPUT_FILE\n".utf8))
    exit(2)
}

/// The types below a folder that conform to a protocol whose name ends in `word`, each in a file of its name.
func types(below folder: String, conformingTo word: String) throws -> [String] {
    try files(below: folder, withExtension: "swift").compactMap { file in
        let name = file.deletingPathExtension().lastPathComponent
        let text = try String(contentsOf: file, encoding: .utf8)
        let declaration = "(struct|enum) \(name): [A-Za-z]*\(word)\\b"
        return text.range(of: declaration, options: .regularExpression) == nil ? nil : name
    }
}

let ruleTypes = try types(below: arguments[1], conformingTo: "Rule")
let controlTypes = try types(below: arguments[3], conformingTo: "Control")

var pages: [(id: String, text: String)] = []
for file in files(below: arguments[2], withExtension: "md") {
    let id = file.deletingPathExtension().lastPathComponent
    if id == "README" { continue }
    pages.append((id, try String(contentsOf: file, encoding: .utf8)))
}
pages.sort { $0.id < $1.id }

let data = try files(below: arguments[2] + "/data", withExtension: "txt").map { file in
    (name: file.deletingPathExtension().lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
}

let templates = try ["css", "html", "js"].flatMap { files(below: arguments[4], withExtension: $0) }.map { file in
    (name: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
}

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
output += """
    /// All controls, found in `Sources/PolicyLint/Account/Controls`.
    enum ControlIndex {
        static let all: [any Control.Type] = [

    """
for name in controlTypes { output += "        \(name).self,\n" }
output += """
        ]
    }


    """
output += """
    /// The texts in `rules/data`.
    enum RuleData {
        static func text(_ name: String) -> StaticString? {
            switch name {

    """
for (index, entry) in data.enumerated() { output += "        case \"\(entry.name)\": data\(index)\n" }
output += """
            default: nil
            }
        }
    }


    """
for (index, entry) in data.enumerated() {
    output += "private let data\(index): StaticString = ####\"\"\"\n\(entry.text)\n\"\"\"####\n\n"
}
output += """
    /// The texts in `templates`, by the names of their files.
    enum TemplateIndex {
        static func text(_ name: String) -> StaticString? {
            switch name {

    """
for (index, entry) in templates.enumerated() { output += "        case \"\(entry.name)\": template\(index)\n" }
output += """
            default: nil
            }
        }

        /// The SHA-256 of a text in Base64, as a page's security policy names it.
        static func hash(_ name: String) -> StaticString? {
            switch name {

    """
for entry in templates {
    let hash = Data(SHA256.hash(Array(entry.text.utf8))).base64EncodedString()
    output += "        case \"\(entry.name)\": \"\(hash)\"\n"
}
output += """
            default: nil
            }
        }
    }


    """
for (index, entry) in templates.enumerated() {
    output += "private let template\(index): StaticString = ####\"\"\"\n\(entry.text)\n\"\"\"####\n\n"
}
// A file that is written again, though it says the same, has PolicyLint compiled again. This runs in every release build,
// since Swift's package manager links the tool twice in each.
if (try? String(contentsOfFile: arguments[5], encoding: .utf8)) != output {
    try output.write(toFile: arguments[5], atomically: true, encoding: .utf8)
}
