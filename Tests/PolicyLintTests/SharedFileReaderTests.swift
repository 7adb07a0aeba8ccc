import Testing

@testable import PolicyLint

/// How the AWS CLI reads shared files, and where the SDKs differ. The expectations are what botocore's
/// `configloader` and AWS's conformance tests for the SDKs do with the same texts.
@Suite struct SharedFileReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let title: String
        let text: String
        var kind = DocumentKind.sharedConfig
        /// `role name: property=value, …` for each section.
        let sections: [String]
        /// The names of the problems, and the text each stands at.
        var problems: [String] = []

        var testDescription: String { title }
    }

    @Test("Sections, settings and problems", arguments: cases)
    func reading(example: Case) throws {
        let file = try read(example.text, example.kind)
        #expect(file.sections.map(Self.describe) == example.sections)
        let bytes = SourceText(Array(example.text.utf8))
        #expect(file.problems.map { "\(Self.name($0.kind)) at `\(bytes[$0.span])`" } == example.problems)
    }

    @Test("The same with Windows and old Macintosh line endings", arguments: cases, ["\r\n", "\r"])
    func otherLineEndings(example: Case, lineBreak: String) throws {
        let file = try read(example.text.replacing("\n", with: lineBreak), example.kind)
        #expect(file.sections.map(Self.describe) == example.sections)
        #expect(file.problems.count == example.problems.count)
    }

    @Test("Every span holds what was read from it", arguments: cases)
    func spans(example: Case) throws {
        let text = SourceText(Array(example.text.utf8))
        for section in try read(example.text, example.kind).sections {
            #expect(text[section.header.span] == section.header.value)
            for property in section.properties {
                #expect(text[property.name.span] == property.name.value)
                #expect(text[property.value.span] == property.value.value)
                #expect(text[property.meant.span] == property.meant.value)
                #expect(property.span.start >= section.span.start && property.span.end <= section.span.end)
            }
        }
    }

    static let cases: [Case] = [
        Case(title: "nothing", text: "", sections: []),
        Case(title: "an empty profile", text: "[profile a]", sections: ["profile a:"]),
        Case(
            title: "names and values are trimmed", text: "[profile a]\nregion \t=  \tx \t\n",
            sections: ["profile a: region=x"]),
        Case(title: "an equals sign in a value", text: "[default]\na = b=c\n", sections: ["profile default: a=b=c"]),
        Case(title: "an empty value", text: "[default]\na =\n", sections: ["profile default: a="]),
        Case(
            title: "comment lines", text: "# x\n; y\n[default]\na = 1\n# b = 2\n  ; c\n",
            sections: ["profile default: a=1"]),
        Case(title: "a comment behind a header", text: "[default]# x\na = 1\n", sections: ["profile default: a=1"]),
        Case(
            title: "a comment behind a value", text: "[default]\na = 1 # c\nb = 2 ; d\nc = 3#e\n",
            sections: ["profile default: a=1 # c, b=2 ; d, c=3#e"],
            problems: ["inlineComment at `# c`", "inlineComment at `; d`"]),
        Case(
            title: "nested settings", text: "[default]\ns3 =\n  a = 1\n\n  b = 2\nregion = x\n",
            sections: ["profile default: s3={a=1, b=2}, region=x"]),
        Case(
            title: "nested settings without equals sign or name", text: "[default]\ns3 =\n  a\n  = 1\n",
            sections: ["profile default: s3={=1}"],
            problems: ["nestedWithoutEquals at `a`", "nestedEmptyName at `= 1`"]),
        Case(
            title: "a line that continues a value", text: "[default]\na = 1\n b = 2\nc = 3\n",
            sections: ["profile default: a=1, c=3"], problems: ["continuationLine at `b = 2`"]),
        Case(
            title: "settings indented alike", text: "[default]\n  a = 1\n  b = 2\n",
            sections: ["profile default: a=1, b=2"], problems: ["indentedFirstLine at `a = 1`"]),
        Case(
            title: "a header that a value swallows", text: "[default]\na = 1\n  [profile b]\n",
            sections: ["profile default: a=1"], problems: ["continuationLine at `[profile b]`"]),
        Case(
            title: "a colon", text: "[default]\na : 1\nb: c=d\ne = f:g\n",
            sections: ["profile default: a=1, b=c=d, e=f:g"],
            problems: ["colonSeparator at `:`", "colonSeparator at `:`"]),
        Case(
            title: "a section twice", text: "[profile a]\nx = 1\n[profile a]\ny = 2\n",
            sections: ["profile a: x=1", "profile a: y=2"], problems: ["duplicateSection at `profile a`"]),
        Case(
            title: "a section in two spellings", text: "[profile a]\n[profile \"a\"]\n",
            sections: ["profile a:", "profile a:"], problems: ["respeltSection at `profile \"a\"`"]),
        Case(
            title: "a setting twice, in other letters", text: "[default]\nKey = 1\nkey = 2\n",
            sections: ["profile default: Key=1, key=2"], problems: ["duplicateProperty at `key`"]),
        Case(
            title: "two defaults", text: "[default]\n[profile default]\n",
            sections: ["profile default:", "profile default:"], problems: ["twoDefaults at `profile default`"]),
        Case(
            title: "configparser's default", text: "[DEFAULT]\na = 1\n", sections: ["ignored DEFAULT: a=1"],
            problems: ["configparserDefault at `DEFAULT`"]),
        Case(
            title: "a setting before all sections", text: "a = 1\nb = 2\n[default]\n",
            sections: ["ignored : a=1, b=2", "profile default:"], problems: ["propertyOutsideSection at `a = 1`"]),
        Case(
            title: "a line that is nothing", text: "[default]\nnothing\n", sections: ["profile default:"],
            problems: ["unparsable at `nothing`"]),
        Case(
            title: "an unclosed header", text: "[profile a\nx = 1\n", sections: ["profile a: x=1"],
            problems: ["unclosedSection at `[profile a`"]),
        Case(
            title: "an empty header", text: "[]\nx = 1\n", sections: ["ignored : x=1"],
            problems: ["unparsable at `[]`"]),
        Case(title: "a header of blanks", text: "[ ]\nx = 1\n", sections: ["ignored : x=1"]),
        Case(
            title: "a bracket in a comment behind a header", text: "[default] # see [1]\n",
            sections: ["profile default:"], problems: ["bracketBehindHeader at `]`"]),
        Case(title: "a tab in a header", text: "[profile\ta]\n", sections: ["profile a:"]),
        Case(
            title: "blanks in a header", text: "[ profile a ]\n[profile  b ]\n",
            sections: ["profile a:", "profile b:"], problems: ["paddedHeader at ` profile a `"]),
        Case(
            title: "quotes in headers", text: "[profile \"my a\"]\n[profile 'my b']\n[profile my c]\n[profile \"d]\n",
            sections: ["profile my a:", "profile my b:", "ignored my c:", "ignored profile \"d:"],
            problems: ["ignoredSection at `profile my c`", "ignoredSection at `profile \"d`"]),
        Case(
            title: "characters of profile names", text: "[profile a-b:c/d_e%f.g@h+]\n[profile a!b]\n",
            sections: ["profile a-b:c/d_e%f.g@h+:", "profile a!b:"], problems: ["nameOnlyCLIReads at `profile a!b`"]),
        Case(
            title: "a profile without the word", text: "[a]\nregion = x\n[b]\nother = y\n[plugins]\nregion = z\n",
            sections: ["ignored a: region=x", "ignored b: other=y", "ignored plugins: region=z"],
            problems: ["ignoredSection at `a`"]),
        Case(
            title: "other sections of the config file",
            text: "[sso-session a]\n[services b]\n[profilefoo]\n[sso-sesion c]\n",
            sections: ["ssoSession a:", "services b:", "ignored profilefoo:", "ignored sso-sesion c:"]),
        Case(
            title: "the credentials file", text: "[default]\n[a]\n[profile b]\n[sso-session c]\n[d e]\n[ f ]\n",
            kind: .sharedCredentials,
            sections: ["profile default:", "profile a:", "ignored b:", "ignored c:", "profile d e:", "profile f:"],
            problems: [
                "ignoredSection at `profile b`", "ignoredSection at `sso-session c`", "nameOnlyCLIReads at `d e`",
                "paddedHeader at ` f `",
            ]),
        Case(
            title: "quotes around values",
            text: "[default]\nregion = \"x\"\ncredential_process = \"a\" b\nother = 'y'\n",
            sections: ["profile default: region=\"x\", credential_process=\"a\" b, other='y'"],
            problems: ["quotedValue at `\"x\"`"]),
        Case(
            title: "export", text: "[default]\nexport region = x\nexported = y\n",
            sections: ["profile default: region=x, exported=y"], problems: ["exportPrefix at `export`"]),
        Case(
            title: "text beyond ASCII", text: "[profile bücher]\nregion = 🙂\n", sections: ["profile bücher: region=🙂"]),
    ]

    @Test("A byte order mark and bytes that are not UTF-8 are noted, and the file is read")
    func encodings() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("[default]\na = ".utf8) + [0xFF, 0x0A]
        let document = SharedFileReader.document(SourceText(bytes), kind: .sharedConfig)
        guard case .sharedFile(let file) = document.content else { return }
        #expect(file.problems.map { Self.name($0.kind) } == ["byteOrderMark", "invalidEncoding"])
        #expect(file.sections.map(\.name) == ["default"])
    }

    @Test("The fix takes a byte order mark away, and nothing else")
    func byteOrderMark() {
        let file = SourceFile(name: ".aws/config", text: "\u{FEFF}[default]\r\nregion = x\r\n")
        let result = FixEngine(Linter()).fix(file)
        #expect(result.applied.map(\.rule) == ["shared-file-ambiguity"])
        #expect(result.file.bytes == Array("[default]\r\nregion = x\r\n".utf8))
    }

    @Test("No text makes the reader stumble")
    func randomTexts() {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "[", "]", "profile ", "default", "=", ":", "\n", "\r", "\r\n", " ", "\t", "#", ";", "\"", "'", "\\", "a",
            "s3", "export ", "é",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            for kind in [DocumentKind.sharedConfig, .sharedCredentials] {
                var settings = LintSettings()
                settings.kind = kind
                let file = SourceFile(name: "config", text: text)
                let result = FixEngine(Linter(settings: settings)).fix(file)
                #expect(
                    FixEngine(Linter(settings: settings)).fix(result.file).file.bytes == result.file.bytes,
                    "fixing twice changes nothing: \(text.debugDescription)")
            }
        }
    }

    private func read(_ text: String, _ kind: DocumentKind) throws -> SharedFile {
        let document = SharedFileReader.document(SourceText(Array(text.utf8)), kind: kind)
        guard case .sharedFile(let file) = document.content else { throw Unexpected() }
        return file
    }

    private struct Unexpected: Error {}

    private static func describe(_ section: SharedFile.Section) -> String {
        let properties = section.properties.map { property in
            let nested = property.nested.map { "\($0.name.value)=\($0.value.value)" }.joined(separator: ", ")
            return "\(property.name.value)=\(property.value.value)" + (nested.isEmpty ? "" : "{\(nested)}")
        }
        let list = properties.joined(separator: ", ")
        return "\(section.role) \(section.name):" + (list.isEmpty ? "" : " \(list)")
    }

    private static func name(_ kind: SharedFile.Problem.Kind) -> String {
        String("\(kind)".prefix { $0 != "(" })
    }
}
