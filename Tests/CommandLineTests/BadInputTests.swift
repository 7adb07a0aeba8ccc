import Foundation
import Testing

/// Inputs that nobody should hand over, and everybody does some day.
@Suite struct BadInputTests {
    private static let trust = Data(Documents.openTrust.utf8)

    private static func replacing(_ old: String, with bytes: [UInt8]) -> Data {
        var data = trust
        if let range = data.range(of: Data(old.utf8)) { data.replaceSubrange(range, with: bytes) }
        return data
    }

    /// Documents that cannot be read, with the place and the reason.
    private static let cases: [(name: String, data: Data, reason: String)] = [
        ("truncated.json", trust.prefix(60), "5:1: expected"),
        ("cut-string.json", trust.prefix(150), "6:35: the string is not closed"),
        ("trailing.json", trust + Data("x".utf8), "11:1: unexpected `x`"),
        ("twice.json", trust + trust, "11:1: unexpected `{`"),
        ("latin-1.json", replacing("Allow", with: [0x41, 0xFC]), "5:25: this byte is not valid UTF-8"),
        ("overlong.json", replacing("Allow", with: [0x41, 0xC0, 0xAF]), "5:25: this byte is not valid UTF-8"),
        ("surrogate.json", replacing("Allow", with: [0x41, 0xED, 0xA0, 0x80]), "5:25: this byte is not valid UTF-8"),
        ("nul.json", replacing("Allow", with: [0x41, 0]), "5:25: the file holds a NUL byte"),
        ("utf-16.json", utf16([0xFF, 0xFE], { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }), "1:1: the file is UTF-16"),
        ("utf-16-be.json", utf16([0xFE, 0xFF], { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }), "1:1: the file is UTF-16"),
        ("utf-16-bare.json", utf16([], { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }), "1:2: the file holds a NUL byte"),
        ("utf-32.json", utf16([0xFF, 0xFE, 0, 0], { [UInt8($0 & 0xFF), 0, 0, 0] }), "1:1: the file is UTF-32"),
        ("deep-list.json", Data(nested("[", "]")), "1:214: nested more than 200 levels deep"),
        ("deep-object.json", Data(nested("{\"a\":", "}")), "nested more than 200 levels deep"),
    ]

    private static func utf16(_ mark: [UInt8], _ encode: (UInt16) -> [UInt8]) -> Data {
        Data(mark + Documents.openTrust.utf16.flatMap(encode))
    }

    private static func nested(_ open: String, _ close: String) -> [UInt8] {
        let text = String(repeating: open, count: 10_000) + "1" + String(repeating: close, count: 10_000)
        return Array("{\"Statement\": \(text)}".utf8)
    }

    @Test("What cannot be read is shown at its place, ends with 2 and is left alone", arguments: cases)
    func unreadable(name: String, data: Data, reason: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(name, data)
        let check = try program.run("check", "--format", "concise", name)
        #expect(check.code == 2)
        let parts = reason.split(separator: ": ", maxSplits: 1).map(String.init)
        #expect(check.output.hasPrefix("\(name):\(parts.count == 2 ? parts[0] : "")"))
        #expect(check.output.contains("error[unreadable-document] \(parts.last ?? "")"))
        // Without the rule that says so, it is said on standard error.
        let select = try program.run("check", "--select", "grant-everything", name)
        #expect(select.code == 2)
        #expect(select.error.hasPrefix("policylint: \(name):") && select.error.contains(reason))
        for options in [["fix"], ["fix", "--diff"], ["fix", "--output-dir", "out", "--bare"]] {
            let fix = try program.run(options + [name])
            #expect(fix.code == 2)
            #expect(fix.output.isEmpty)
            #expect(fix.error.contains(reason) && !fix.error.contains("aws "))
        }
        #expect(try Data(contentsOf: program.directory.appending(path: name)) == data)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.directory.path) == [name])
    }

    @Test(
        "A document of another kind than was asked for ends with 2, and with what was expected",
        arguments: [
            ("credential-report", "aws iam get-credential-report"), ("caller-identity", "aws sts get-caller-identity"),
            ("password-policy", "aws iam get-account-password-policy"),
            ("iam-export", "get-account-authorization-details"),
            ("bucket-versioning", "aws s3api get-bucket-versioning"),
        ])
    func otherKind(kind: String, command: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.openTrust)
        let run = try program.run("check", "--kind", kind, "trust.json")
        #expect(run.code == 2)
        #expect(run.output.contains("error[unreadable-document]: this is not"))
        #expect(run.output.contains(command) && run.output.contains("was expected"))
        #expect(!run.output.contains("--kind"))
    }

    @Test(
        "Noise that shows no document is passed over, whatever its name",
        arguments: [
            "", " \n", "\u{0}\u{1}\u{2}", "\u{FEFF}", "[[[[[", "{", "\"", "null", "=", "[\n]", "user,arn\n\"",
            "\u{1B}[31m",
        ])
    func noise(text: String) throws {
        let program = try Program()
        defer { program.remove() }
        for name in ["a.json", "a.csv", "a.env", "config"] {
            try program.write(name, text)
            let run = try program.run("check", name)
            #expect(run.code == 0, "\(name): \(run.output)")
        }
    }

    @Test("Random bytes crash nothing, under any name and kind")
    func randomBytes() throws {
        let program = try Program()
        defer { program.remove() }
        var state: UInt64 = 20_260_131
        for number in 0..<40 {
            let bytes = (0..<(number * 37)).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            for name in ["a.json", ".aws/credentials", "rootkey.csv", "x.env"] {
                try program.write("\(number)/\(name)", Data("{[\"Statement".utf8.prefix(number % 13)) + Data(bytes))
            }
        }
        for kind in ["trust-policy", "shared-credentials", "credential-report", "credentials-download"] {
            #expect((0...2).contains(try program.run("check", "--kind", kind, ".").code))
            #expect((0...2).contains(try program.run("fix", "--diff", "--kind", kind, ".").code))
        }
        #expect((0...2).contains(try program.run("check", "--format", "json", ".").code))
    }

    @Test("A name that steers a terminal, or is no UTF-8, does no harm")
    func strangeNames() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("red\u{1B}[31m\n.json", Documents.openTrust)
        let check = try program.run("check", ".")
        let fix = try program.run("fix", "--diff", ".")
        let missing = try program.run("check", "x\u{1B}[31m.json")
        #expect(check.code == 1 && fix.code == 1 && missing.code == 2)
        for text in [check.output, check.error, fix.output, fix.error, missing.error] {
            #expect(!text.contains("\u{1B}"))
        }
        let run = try program.shell("mkdir d; cp red* $'d/b\\xff.json'; rm red*; policylint check d")
        #expect(run.code == 2)
        #expect(run.error.contains("its name is not UTF-8"))
    }

    @Test("A name that is no UTF-8 is passed over where it is excluded or ignored, and said where it is not")
    func otherEncoding() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("ok.json", Documents.closedTrust)
        try program.write(".git/HEAD", "")
        _ = try program.shell("cp ok.json $'caf\\xe9.json'; mkdir $'d\\xe9'; cp ok.json $'caf\\xe9.txt'")
        let run = try program.run("check", ".")
        #expect(run.code == 2)
        #expect(
            run.error.split(separator: "\n") == [
                "policylint: caf\u{FFFD}.json: cannot be read: its name is not UTF-8",
                "policylint: d\u{FFFD}: cannot be read: its name is not UTF-8",
            ])
        try program.write("policylint.yaml", "exclude: [\"caf*.json\", \"d*\"]\n")
        #expect(try program.run("check", ".").code == 0)
        try program.write("policylint.yaml", "exclude: [\"caf*.json\"]\n")
        #expect(try program.run("check", ".").code == 2)
        try program.write(".gitignore", "d*/\n")
        #expect(try program.run("check", ".").code == 0)
    }

    @Test("An input without end is cut off", .timeLimit(.minutes(1)))
    func endless() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.shell("ln -s loop.json loop.json; policylint check loop.json /dev/zero nowhere.json")
        #expect(run.code == 2)
        #expect(run.output == "3 paths could not be read.\n")
        #expect(run.error.contains("loop.json: cannot be read: too many symbolic links"))
        #expect(run.error.contains("/dev/zero: is a device"))
        #expect(run.error.contains("nowhere.json: cannot be read: no such file"))
    }
}
