import Foundation
import Testing

@testable import PolicyLint

/// Runs the `apply.sh` of a correction, against an AWS CLI that answers as a test says.
struct ApplyRun {
    /// How the script ended: its exit code, what it said, and the commands that changed something.
    struct Result {
        let code: Int32
        let output: String
        let changes: [String]
    }

    private let shell = StubbedShell()

    /// Writes the files of a correction.
    init(_ correction: Correction) throws {
        for file in correction.files { try shell.write("out/" + file.path, Data(file.bytes)) }
    }

    /// Takes the files away.
    func remove() { shell.remove() }

    /// Runs the script with a yes to every step. The branches come before those of a user who has an MFA device, and of
    /// an account without the policies that are asked for.
    func run(caller: String = "user/alice", _ branches: String) throws -> Result {
        let script = shell.directory.appending(path: "out/apply.sh")
        let result = try shell.run(
            script, input: String(repeating: "yes\n", count: 100),
            """
            \(branches)
            *get-caller-identity*) printf '111122223333\\tarn:aws:iam::111122223333:%s\\n' '\(caller)' ;;
            *list-mfa-devices*) echo 1 ;;
            *get-*policy*) fail NoSuchEntity ;;
            """)
        let changes = result.calls.filter { call in
            let operation = call.split(separator: " ").dropFirst().first ?? ""
            return !operation.hasPrefix("get-") && !operation.hasPrefix("list-")
        }
        return Result(code: result.code, output: result.output, changes: changes)
    }

    /// The content of a file of the correction.
    func text(_ path: String) throws -> String { try shell.text("out/" + path) }
}
