import Foundation

/// A program of the machine, for tests of what other programs make of our output.
enum Tool {
    /// Runs a program of the PATH and returns its exit code and what it printed; nil where there is no
    /// such program.
    static func run(_ arguments: [String], in folder: URL? = nil) -> (status: Int32, output: String)? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 127
            ? nil : (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Whether a command ends well.
    static func succeeds(_ arguments: String...) -> Bool { run(arguments)?.status == 0 }

    /// Hands `body` a new folder, which is removed afterwards.
    static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "policylint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
