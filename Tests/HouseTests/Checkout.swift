import Foundation

/// The checkout that the tests were built from.
enum Checkout {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file of the checkout.
    struct File: CustomStringConvertible, Sendable {
        /// The path from the root.
        let path: String
        var description: String { path }
        /// The name without its extension.
        var stem: String { URL(filePath: path).deletingPathExtension().lastPathComponent }
        /// The names of the folders that lead to it.
        var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
        /// The text; nil where it is none.
        var text: String? { try? String(contentsOf: Checkout.root.appending(path: path), encoding: .utf8) }
    }

    /// All files but what was built.
    static let files: [File] = {
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isDirectoryKey])
        var files: [File] = []
        while let item = found?.nextObject() as? URL {
            let path = String(item.path.dropFirst(root.path.count + 1))
            let isBuilt = [".build", ".swiftpm", ".git/", "Package.resolved"].contains { path.hasPrefix($0) }
            if (try? item.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true {
                if isBuilt || path == ".git" { found?.skipDescendants() }
            } else if !isBuilt && path != ".git" {
                files.append(File(path: path))
            }
        }
        return files.sorted { $0.path < $1.path }
    }()

    /// The Swift files below a folder.
    static func swiftFiles(below folder: String) -> [File] {
        files.filter { $0.path.hasPrefix(folder + "/") && $0.path.hasSuffix(".swift") }
    }
}
