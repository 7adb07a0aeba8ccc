import Foundation
import Testing

@testable import policylint

/// Files are written whole or not at all, and what is said of them is true.
@Suite struct WriteTests {
    /// A policy whose correction is larger than eight blocks of a file.
    private static let large: String = {
        let statement = "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}"
        let statements = Array(repeating: statement, count: 400).joined(separator: ",\n")
        return "{\"Version\": \"2008-10-17\", \"Statement\": [\(statements)]}\n"
    }()

    /// What runs a command as a user whom permissions bind; nil where this machine has no way.
    private static let asUser: String? = {
        if getuid() != 0 { return "" }
        let command = "setpriv --reuid=65534 --regid=65534 --clear-groups "
        return Program.machineCan(command + "policylint --version") ? command : nil
    }()

    @Test("A file that grows beyond the limit, or the disk, is left as it was, and no success is claimed")
    func noSpace() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("policy.json", Self.large)
        let run = try program.shell("ulimit -f 8; policylint fix --select version-deprecated policy.json")
        #expect(run.code == 2)
        #expect(run.error == "policylint: policy.json: cannot be written: it is too large\n")
        #expect(try program.read("policy.json") == Self.large)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.directory.path) == ["policy.json"])
        let output = try program.shell("policylint fix - <policy.json >/dev/full")
        #expect(output.code == 2)
        #expect(output.error.contains("standard output: no space is left"))
    }

    @Test(
        "What a user may not write stays as it is, also behind a name that could be replaced",
        .enabled(if: asUser != nil))
    func permissions() throws {
        let asUser = try #require(Self.asUser)
        let program = try Program()
        defer { program.remove() }
        try program.write("folder/trust.json", Documents.openTrust)
        try program.write("file/trust.json", Documents.openTrust, permissions: 0o444)
        try program.write("closed/trust.json", Documents.openTrust)
        let give = asUser.isEmpty ? "" : "chown -R 65534 . && "
        _ = try program.shell(give + "chmod 555 folder && chmod 0 closed")
        for path in ["folder/trust.json", "file/trust.json"] {
            let run = try program.shell(asUser + "policylint fix \(path)")
            #expect(run.code == 2)
            #expect(run.error == "policylint: \(path): cannot be written: permission denied\n")
            #expect(try program.read(path) == Documents.openTrust)
        }
        let closed = try program.shell(asUser + "policylint check closed")
        #expect(closed.code == 2)
        #expect(closed.error == "policylint: closed: cannot be read: permission denied\n")
        _ = try program.shell("chmod 755 folder closed")
        for folder in ["folder", "file"] {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: program.directory.appending(path: folder).path)
            #expect(files == ["trust.json"])
        }
    }

    @Test("A file that was changed since it was read is left alone")
    func changedMeanwhile() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try program.write("trust.json", Documents.openTrust).path
        let input = try InputReader.read(path)
        try program.write("trust.json", "{\"somebody\": \"else\"}")
        let state = try #require(input.state)
        #expect(throws: FileWriter.Failure.self) { try FileWriter.replace(path, readIn: state, with: [0x7B, 0x7D]) }
        #expect(try program.read("trust.json") == "{\"somebody\": \"else\"}")
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.directory.path) == ["trust.json"])
    }

    @Test("A file with two names is corrected once")
    func twoNames() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("a.json", Documents.openTrust)
        let run = try program.shell("ln -s a.json b.json; policylint fix --select trust-mfa-missing .")
        #expect(run.code == 0)
        #expect(run.error.hasSuffix("fixed 1 finding in 1 file.\n"))
        #expect(try program.shell("test -L b.json && policylint check --select trust-mfa-missing .").code == 0)
    }

    @Test("Closed streams fail as they should, and nothing that is meant for them lands in a file")
    func closedStreams() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        let closed = try program.shell("policylint check trust.json >&-")
        #expect(closed.code == 2)
        #expect(closed.error == "policylint: standard output: bad file descriptor\n")
        #expect(try program.shell("policylint check - <&-").code == 2)
        #expect(try program.shell("policylint fix --select trust-mfa-missing trust.json >&- 2>&- <&-").code == 0)
        #expect(try program.read("trust.json").hasPrefix("{\n"))
        #expect(try program.read("trust.json").hasSuffix("}\n"))
        #expect(try program.shell("policylint check --select trust-mfa-missing trust.json").code == 0)
    }

    @Test("A reader that goes away changes nothing about how the program ends")
    func readerGone() throws {
        let program = try Program()
        defer { program.remove() }
        let statement = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}"
        let statements = Array(repeating: statement, count: 2000).joined(separator: ",")
        try program.write("policy.json", "{\"Version\": \"2012-10-17\", \"Statement\": [\(statements)]}")
        for (command, code) in [
            ("check --format json policy.json", 1), ("check --format concise --exit-zero policy.json", 0),
            ("rules --format json", 0), ("--help", 0),
        ] {
            let run = try program.shell("set +e; policylint \(command) | head -c 1; exit ${PIPESTATUS[0]}")
            #expect(run.code == code && run.error.isEmpty && run.output.utf8.count == 1, "\(command): \(run)")
        }
    }

    @Test("A report keeps the permissions of the file that it replaces", arguments: [0o600, 0o640, 0o644])
    func permissions(permissions: Int) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("get-account-summary.json", "{\"SummaryMap\": {\"AccountMFAEnabled\": 1}}")
        for command in ["check", "account --format html"] {
            let file = try program.write("report", "old", permissions: permissions)
            _ = try program.shell("policylint \(command) --output-file report . || true")
            #expect(try program.read("report") != "old")
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.posixPermissions] as? Int == permissions, "\(command)")
        }
    }

    @Test("A report goes to an open file without replacing it")
    func openFiles() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        let command = "policylint check --format concise --exit-zero --output-file"
        let run = try program.shell(
            "{ echo before; \(command) /dev/stdout trust.json; echo after; } >log.txt; cat log.txt")
        #expect(run.output.hasPrefix("before\ntrust.json:") && run.output.hasSuffix("\nafter\n"))
        #expect(try program.shell("\(command) /dev/fd/3 trust.json 3>third").code == 0)
        #expect(try program.read("third").hasPrefix("trust.json:"))
        #expect(try program.shell("\(command) /dev/fd/9 trust.json").code == 2)
    }
}
