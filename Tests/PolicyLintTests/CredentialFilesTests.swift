import Testing

@testable import PolicyLint

@Suite struct CredentialFilesTests {
    static let id = "AKIARZPUZDIKKUJDIVTY"
    static let secret = "NotARealSecret/NotARealSecret/NotARealSe"

    @Test(
        "Files are recognised from their names and content",
        arguments: [
            (".aws/credentials", "", "shared-credentials"),
            ("/home/alice/.aws/config", "# nothing yet\n", "shared-config"),
            (".aws/config", "[]\n", "shared-config"),
            (".aws/credentials", "[123456789012]\nregion = x\n", "shared-credentials"),
            ("credentials", "[default]\naws_access_key_id = x\n", "shared-credentials"),
            ("docker/config", "[profile a]\nrole_arn = x\n", "shared-config"),
            ("aws.ini", "[default]\naws_access_key_id = x\naws_secret_access_key = y\n", "shared-credentials"),
            ("credentials.bak", "[work]\nexport aws_secret_access_key: y\n", "shared-credentials"),
            ("-", "[profile a]\nsso_session = x\n", "shared-config"),
            ("rootkey.csv", "AWSAccessKeyId=\(id)\r\nAWSSecretKey=\(secret)\r\n", "credentials-download"),
            (
                "rootkey (1).csv", "\u{FEFF}Access key ID,Secret access key\r\n\(id),\(secret)\r\n",
                "credentials-download"
            ),
            (
                "credentials.csv",
                "\"User Name\",\"Access Key Id\",\"Secret Access Key\"\n\"Bob\",\"\(id)\",\"\(secret)\"\n",
                "credentials-download"
            ),
            ("x.csv", "User name,Password,Console login link\nbob,p,https://x\n", "credentials-download"),
            (".env.production", "AWS_ACCESS_KEY_ID=\(id)\n", "environment-file"),
            ("run.ps1", "$Env:AWS_ACCESS_KEY_ID=\"\(id)\"\n", "environment-file"),
            ("run.cmd", "set \"AWS_ACCESS_KEY_ID=\(id)\"\r\n", "environment-file"),
            (
                "status_reports.csv", "user,arn,user_creation_time\n<root_account>,arn:aws:iam::123456789012:root,x\n",
                "credential-report"
            ),
            ("report.txt", "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lCg==\n", "credential-report"),
        ])
    func recognised(name: String, text: String, kind: String) {
        let documents = DocumentFinder().documents(in: SourceFile(name: name, text: text))
        #expect(documents.map(\.kind.rawValue) == [kind])
        #expect(documents.allSatisfy { if case .unreadable = $0.content { false } else { true } })
    }

    @Test(
        "Files that are none of ours hold no document",
        arguments: [
            ("credentials", ""), ("config", "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = x\n"),
            ("config", "Host *\n  User git\n"), ("setup.cfg", "[metadata]\nname = x\nregion = y\n"),
            ("data.csv", "name,region\nx,y\n"), ("data.csv", ""), ("users.csv", "User name,Password\nbob,x\n"),
            (".env", "DEBUG=1\n"), (".env", "AWS_REGION=eu-central-1\n"), ("run.sh", "export AWS_ACCESS_KEY_ID=$1\n"),
            ("run.sh", "aws sts get-caller-identity\n"), ("notes.md", "[default]\naws_access_key_id = x\n"),
            ("app.ini", "[server]\naws_region = x\nport: 80 ; http\n"), ("settings.py", "AWS_ACCESS_KEY_ID='x'\n"),
            ("mail.txt", "To be or not to be\n"),
        ])
    func notOurs(name: String, text: String) {
        #expect(DocumentFinder().documents(in: SourceFile(name: name, text: text)).isEmpty)
    }

    @Test("A download in UTF-16 is said to be so")
    func utf16() {
        let text = "Access key ID,Secret access key\r\n\(Self.id),\(Self.secret)\r\n"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        let report = Linter().lint(SourceFile(name: "rootkey.csv", bytes: bytes))
        #expect(report.diagnostics.map(\.rule) == ["unreadable-document"])
        #expect(report.secrets.contains { $0.count == bytes.count })
    }

    @Test("Environment variables belong together by what stands before AWS")
    func environmentGroups() throws {
        let text = """
            PROD_AWS_ACCESS_KEY_ID=A
            export AWS_ACCESS_KEY_ID="B" # mine
            AWS_SECRET_ACCESS_KEY='s1'
            PROD_AWS_SECRET_ACCESS_KEY=s2
            AWS_SESSION_TOKEN=${TOKEN}
            DB_PASSWORD=hunter2

            """
        let source = SourceText(Array(text.utf8))
        let list = try #require(EnvironmentFile.read(source))
        #expect(list.credentials.map { $0.accessKeyID?.value } == ["A", "B"])
        #expect(list.credentials.map { $0.secretAccessKey.map { source[$0] } } == ["s2", "s1"])
        #expect(list.credentials.allSatisfy { $0.sessionToken == nil })
        #expect(list.otherSecrets.contains { source[$0] == "hunter2" })
    }

    @Test("CSV after RFC 4180")
    func csv() {
        let text = "\u{FEFF}a,\"b,\"\"c\"\"\",d\r\n\r\n\"x\ny\",,z\n1"
        let rows = CSVRow.rows(of: Array(text.utf8))
        #expect(rows.map { $0.cells.map(\.value) } == [["a", "b,\"c\"", "d"], ["x\ny", "", "z"], ["1"]])
    }

    @Test(
        "A key's id tells its account, where it does",
        arguments: [
            ("ASIAQNZGKIQY56JQ7WML", "029608264753"), ("AKIARZPUZDIKKUJDIVTY", "123456789012"),
            ("AKIARTX3GSDS2UJDIVTY", "111122223333"), ("AKIAQAAAAAAAKUJDIVTY", "000000000000"),
            ("AKIA6RVFFB772UJDIVTY", "999999999999"), ("AKIAIOSFODNN7EXAMPLE", nil), ("AKIAI44QH8DHBEXAMPLE", nil),
            ("AKIAJ5OQZ7RWTL3VN2KA", nil), ("AKIA7777777777UJDIVT", nil), ("AKIARZPUZDIKKUJDIVT", nil),
        ] as [(String, String?)])
    func accounts(id: String, account: String?) throws {
        #expect(try #require(AccessKeyID(id)).accountID == account)
    }

    @Test(
        "No output holds a secret, wherever in the file it stands",
        arguments: [
            (".aws/credentials", "[default]\naws_access_key_id = \(id)\naws_secret_access_key = \(secret)\n"),
            (".aws/credentials", "[default]\naws_access_key_id = \(secret)\naws_secret_access_key = \(id)\n"),
            (".aws/credentials", "[default]\naws_access_key_id = \(id)\n  aws_secret_access_key = \(secret)\n"),
            (".aws/credentials", "[default]\naws_access_key_id = \(id) # \(secret)\n"),
            (".aws/credentials", "[default]\n# aws_secret_access_key = \(secret)\n"),
            (".aws/credentials", "[default]\naws_secret_access_key \(secret)\n"),
            (
                ".aws/credentials",
                "aws_secret_access_key = \(secret)\nexport aws_secret_access_key: \"\(secret)\" ; \(secret)\n"
            ),
            (
                ".aws/credentials",
                "[default]\nregion = \(secret)\nregion = \(secret)\ns3 =\n  \(secret)\n  x = \(secret)\n"
            ),
            (
                ".aws/config",
                "[\(secret)\n[ \(secret) ]\n[profile \(secret)!]\nrole_arn=x\nsource_profile=\(secret)\nduration_seconds=\(secret)\n"
            ),
            (
                ".aws/config",
                "[profile a]\nsso_session = \(secret)\nrole_arn=\(secret)\ncredential_source=\(secret)\naws_account_id=\(secret)\n"
            ),
            (".env", "AWS_ACCESS_KEY_ID=\(id)\nAWS_SECRET_ACCESS_KEY=\(secret)\nAWS_SESSION_TOKEN=\(secret)\n"),
            ("rootkey.csv", "Access key ID,Secret access key\n\(id),\(secret)\n\(secret),\(id),\(secret)\n"),
            ("rootkey.csv", "AWSAccessKeyId=\(id)\nAWSSecretKey=\(secret)\n"),
            ("x.csv", "User name,Password,Console login link\nbob,\(secret),x\n"),
            ("k.json", "{\"AccessKey\": {\"AccessKeyId\": \"\(id)\", \"SecretAccessKey\": \"\(secret)\"}}"),
            ("k.json", "{\"AccessKey\": {\"AccessKeyId\": \"\(id)\", \"SecretAccessKey\": \"\(secret)\",}}"),
        ])
    func secretsStayHidden(name: String, text: String) {
        var settings = LintSettings()
        settings.now = Timestamp("2026-01-31")
        let file = SourceFile(name: name, text: text, permissions: 0o644)
        let report = Linter(settings: settings).lint(file)
        for diagnostic in report.diagnostics {
            let texts =
                [diagnostic.message, diagnostic.help, diagnostic.command, diagnostic.fix?.title].compactMap { $0 }
                + (diagnostic.fix?.edits.map(\.replacement) ?? []) + diagnostic.related.map(\.message)
            #expect(!texts.contains { $0.contains(Self.secret) || $0.contains(Self.id) }, "\(diagnostic.rule)")
        }
        // Every byte of every occurrence lies in a span that outputs must hide.
        var start = text.startIndex
        while let range = text[start...].firstRange(of: Self.secret) {
            let low = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            let high = low + Self.secret.utf8.count
            #expect(report.secrets.contains { Int($0.start) <= low && Int($0.end) >= high }, "at \(low)")
            start = range.upperBound
        }
    }

    @Test(
        "A profile is taken out of a file also where the rest shows no shared file any more",
        arguments: [
            ("keys.ini", "", ""), ("keys.ini", "# mine\n", ""), ("credentials", "", "[other]\nregion = x\n"),
            (".aws/credentials", "", ""),
        ])
    func lastProfile(name: String, before: String, behind: String) {
        let root = """
            [default]
            aws_access_key_id = \(Self.id)
            mfa_serial = arn:aws:iam::123456789012:mfa/root-account-mfa-device

            """
        var settings = LintSettings()
        settings.selectedRules = ["root-profile"]
        let file = SourceFile(name: name, text: before + root + behind)
        let found = Linter(settings: settings).lint(file).diagnostics
        #expect(found.map(\.fix?.effect) == [.suggestion])
        let edited = found.compactMap(\.fix).reduce(file.bytes) { TextEdit.apply($1.edits, to: $0) }
        #expect(String(decoding: edited, as: UTF8.self) == before + behind)
        #expect(FixEngine(Linter(settings: settings)).fix(file).file.bytes == file.bytes)
    }

    @Test("However often a setting is repeated, one correction leaves one of it")
    func manyRepetitions() {
        let lines = (1...40).map { "region = eu-central-\($0)\n" }.joined()
        let file = SourceFile(name: ".aws/config", text: "[default]\n" + lines)
        let result = FixEngine(Linter()).fix(file)
        #expect(String(decoding: result.file.bytes, as: UTF8.self) == "[default]\nregion = eu-central-40\n")
    }
}
