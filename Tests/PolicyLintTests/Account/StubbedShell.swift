import Foundation

/// A directory of its own, in which scripts run with an AWS CLI that answers as a test says.
struct StubbedShell {
    /// How a script ended, what it said on both streams, and what the AWS CLI was called for.
    struct Result {
        let code: Int32
        let output: String
        let calls: [String]
    }

    /// The directory.
    let directory = FileManager.default.temporaryDirectory.appending(path: "policylint-shell-\(UUID().uuidString)")

    /// Takes the directory away.
    func remove() { try? FileManager.default.removeItem(at: directory) }

    /// Runs a script by `sh`. The AWS CLI is a `case` over its arguments, with these branches; what has none succeeds
    /// without a word. `fail CODE` ends it as AWS does.
    func run(_ script: URL, _ arguments: [String] = [], input: String = "", _ branches: String) throws -> Result {
        let stub = """
            #!/bin/sh
            fail() { echo "An error occurred ($1) when calling the X operation: words" >&2; exit 254; }
            printf '%s\\n' "$*" >>"$CALLS"
            case "$*" in
            \(branches)
            esac
            """
        let program = try write("bin/aws", Data(stub.utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let calls = try write("calls", Data())
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [script.path] + arguments
        process.environment = [
            "PATH": program.deletingLastPathComponent().path + ":/usr/bin:/bin", "CALLS": calls.path,
        ]
        process.currentDirectoryURL = directory
        process.standardInput = try FileHandle(forReadingFrom: write("input", Data(input.utf8)))
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            calls: try String(contentsOf: calls, encoding: .utf8).split(separator: "\n").map(String.init))
    }

    /// The content of a file.
    func text(_ path: String) throws -> String {
        try String(contentsOf: directory.appending(path: path), encoding: .utf8)
    }

    /// Whether a file is there.
    func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: directory.appending(path: path).path) }

    /// Writes a file.
    @discardableResult
    func write(_ path: String, _ data: Data) throws -> URL {
        let file = directory.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }
}
