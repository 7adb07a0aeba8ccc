import Foundation
import Testing

/// Texts that must be exactly what a person sees. `POLICYLINT_RECORD=1 scripts/test --filter Report`
/// writes them anew; the difference is then reviewed like code.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden")

    static func expect(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["POLICYLINT_RECORD"] != nil {
            try Data(text.utf8).write(to: file)
            return
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == expected, "Golden/\(name).txt", sourceLocation: sourceLocation)
    }
}
