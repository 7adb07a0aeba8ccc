import Foundation

/// Runs the built program, as a person would.
struct Program {
    /// What the program printed, and how it ended.
    struct Run {
        let output: String
        let error: String
        let code: Int32
    }

    /// A directory of its own for one test, removed with `remove()`.
    let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "policylint-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: directory) }

    static let executable: URL = {
        // The test bundle lies beside the program.
        let bundles = [Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)
        let folders =
            bundles.flatMap { [$0, $0.deletingLastPathComponent()] }
            + [URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
        return folders.map { $0.appending(path: "policylint") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? URL(filePath: "policylint")
    }()

    /// Writes a file of the test's directory.
    @discardableResult
    func write(_ name: String, _ text: String, permissions: Int? = nil) throws -> URL {
        try write(name, Data(text.utf8), permissions: permissions)
    }

    @discardableResult
    func write(_ name: String, _ data: Data, permissions: Int? = nil) throws -> URL {
        let file = directory.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        if let permissions {
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.path)
        }
        return file
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: directory.appending(path: name), encoding: .utf8)
    }

    /// Runs the program in the test's directory.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Run {
        try run(Self.executable, arguments, input: input, environment: environment)
    }

    /// Runs the program in the test's directory.
    func run(_ arguments: [String], input: String = "") throws -> Run {
        try run(Self.executable, arguments, input: input, environment: [:])
    }

    /// Runs a command of the shell in the test's directory, with the program on the PATH.
    func shell(_ command: String, environment: [String: String] = [:]) throws -> Run {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let folder = Self.executable.deletingLastPathComponent().path
        return try run(
            URL(filePath: "/usr/bin/env"), ["bash", "-e", "-c", command],
            environment: ["PATH": "\(folder):\(path)"].merging(environment) { $1 })
    }

    private func run(
        _ executable: URL, _ arguments: [String], input: String = "", environment: [String: String]
    ) throws -> Run {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let (standardInput, output, error) = (
            Pipe(), directory.appending(path: ".out"), directory.appending(path: ".err")
        )
        for file in [output, error] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardInput = standardInput
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        process.waitUntilExit()
        let run = Run(
            // A patch holds the bytes of its file, whatever they are.
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: error), as: UTF8.self),
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
        try FileManager.default.removeItem(at: output)
        try FileManager.default.removeItem(at: error)
        return run
    }

    /// Whether a command of the shell ends well on this machine.
    static func machineCan(_ command: String) -> Bool {
        guard let program = try? Program() else { return false }
        defer { program.remove() }
        return (try? program.shell(command).code) == 0
    }
}

/// Documents that several tests use.
enum Documents {
    static let openTrust = """
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
                    "Action": "sts:AssumeRole"
                }
            ]
        }

        """

    static let closedTrust = """
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
                    "Action": "sts:AssumeRole",
                    "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }
                }
            ]
        }

        """

    static let alice = "arn:aws:iam::111122223333:user/alice"
}
