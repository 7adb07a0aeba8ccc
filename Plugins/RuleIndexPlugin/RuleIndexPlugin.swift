import Foundation
import PackagePlugin

/// Writes `RuleIndex.swift` before PolicyLint is compiled: the list of all rules, their pages and their data, that
/// of all controls, and the texts that reports are made of.
@main
struct RuleIndexPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let rules = root.appending(path: "Sources/PolicyLint/Rules")
        let controls = root.appending(path: "Sources/PolicyLint/Account/Controls")
        let pages = root.appending(path: "rules")
        let templates = root.appending(path: "templates")
        let output = context.pluginWorkDirectoryURL.appending(path: "RuleIndex.swift")
        return [
            .buildCommand(
                displayName: "Indexing the rules",
                executable: try context.tool(named: "RuleIndexTool").url,
                arguments: [rules.path, pages.path, controls.path, templates.path, output.path],
                inputFiles: files(below: rules, withExtension: "swift")
                    + files(below: controls, withExtension: "swift") + files(below: pages, withExtension: "md")
                    + files(below: pages.appending(path: "data"), withExtension: "txt")
                    + ["css", "html", "js"].flatMap { files(below: templates, withExtension: $0) },
                outputFiles: [output]
            )
        ]
    }

    private func files(below folder: URL, withExtension wanted: String) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == wanted }
            .sorted { $0.path < $1.path }
    }
}
