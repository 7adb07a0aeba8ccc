import Testing

@testable import PolicyLint

/// The controls about buckets.
@Suite struct BucketControlTests {
    private static let list = """
        {"Buckets": [{"Name": "kept-a", "CreationDate": "2026-01-01T00:00:00Z"},
          {"Name": "kept-b", "CreationDate": "2026-01-01T00:00:00Z"}]}
        """

    @Test("Each bucket of the list has its line, by the folder that its answer lies in")
    func oneLineABucket() {
        let export = Export([
            "list-buckets.json": Self.list,
            "buckets/kept-a/get-bucket-versioning.json": "{\"Status\": \"Enabled\", \"MFADelete\": \"Enabled\"}",
            "buckets/kept-b/get-bucket-versioning.json": "",
        ])
        #expect(
            export.says("bucket-mfa-delete") == [
                "pass bucket kept-a: versions are kept, and deleting one takes MFA",
                "open bucket kept-b: no versions are kept",
            ])
    }

    @Test("A bucket without its answer cannot be told, and neither can what a list may have left out")
    func cannotTell() {
        let export = Export(["list-buckets.json": Self.list])
        #expect(
            export.says("bucket-mfa-delete") == [
                "cannot-tell bucket kept-a: the export holds no versioning of the bucket",
                "cannot-tell bucket kept-b: the export holds no versioning of the bucket",
            ])
        let refused = Export([
            "buckets/kept-a/get-bucket-versioning.error.txt": Answers.error("AccessDenied", "GetBucketVersioning")
        ])
        #expect(
            refused.says("bucket-mfa-delete") == [
                "cannot-tell bucket kept-a: AWS did not let the exporter read the versioning of the bucket",
                "cannot-tell account: the export holds no list of buckets",
            ])
    }

    @Test(
        "A list of some buckets is not one of all",
        arguments: [#""Prefix": "zzz""#, #""ContinuationToken": "abc""#])
    func partOfTheList(member: String) {
        let part = Export(["list-buckets.json": "{\"Buckets\": [], \(member)}"])
        #expect(part.says("bucket-mfa-delete") == ["cannot-tell account: the export may not hold all buckets"])
        let whole = Export(["list-buckets.json": #"{"Buckets": [], "Prefix": ""}"#])
        #expect(whole.says("bucket-mfa-delete") == ["pass account: the account has no bucket"])
    }

    /// An item of AWS Config for a bucket.
    private static func item(_ name: String, account: String = "111122223333", status: String = "OK") -> String {
        """
        {"resourceType": "AWS::S3::Bucket", "resourceName": "\(name)", "awsAccountId": "\(account)",
          "configurationItemStatus": "\(status)", "supplementaryConfiguration": {
            "BucketVersioningConfiguration": "{\\"status\\": \\"Enabled\\", \\"isMfaDeleteEnabled\\": true}",
            "BucketPolicy": "{\\"policyText\\": null}"}}
        """
    }

    @Test("A snapshot of AWS Config says what is, in its own words, and whose it is")
    func snapshot() {
        let items = [Self.item("kept"), Self.item("gone", account: "999988887777", status: "ResourceDeleted")]
        var export = Export(["snapshot.json": "{\"configurationItems\": [\(items.joined(separator: ","))]}"])
        #expect(
            export.lines("bucket-mfa-delete").first?.evidence.map(\.says) == [
                "`status` is `Enabled`", "`isMfaDeleteEnabled` is `true`",
            ])
        #expect(export.evidence().buckets.elements.map(\.name) == ["kept"])
        #expect(
            export.says("bucket-encrypted-transport").first
                == "open bucket kept: the bucket has no policy, so that plain HTTP is taken")
        #expect(export.marked("bucket-encrypted-transport").first == "null")
        export.files.append(
            ("other.json", "{\"configurationItems\": [\(Self.item("theirs", account: "999988887777"))]}"))
        #expect(export.evidence().accounts.map(\.id) == ["111122223333", "999988887777"])
    }

    /// An item of AWS Config with the settings of a block of public access.
    private static func blockItem(_ name: String?, _ settings: Bool..., isString: Bool = true) -> String {
        let names = ["blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets"]
        let object = "{\(zip(names, settings).map { "\"\($0)\": \($1)" }.joined(separator: ", "))}"
        let block = isString ? "\"\(object.replacing("\"", with: "\\\""))\"" : object
        let type = name == nil ? "AWS::S3::AccountPublicAccessBlock" : "AWS::S3::Bucket"
        let own = name.map { "\"resourceName\": \"\($0)\", \"supplementaryConfiguration\": {" } ?? ""
        return "{\"resourceType\": \"\(type)\", \"accountId\": \"111122223333\", \(own)"
            + (name == nil ? "\"configuration\": \(block)}" : "\"PublicAccessBlockConfiguration\": \(block)}}")
    }

    @Test(
        "AWS Config tells of blocks of public access, of a bucket and of the account, in each of its answers",
        arguments: ["configurationItems", "baseConfigurationItems"])
    func blocksOfConfig(list: String) {
        let control = "bucket-public-access-block"
        func export(_ items: String...) -> Export {
            Export(["items.json": "{\"\(list)\": [\(items.joined(separator: ","))]}"])
        }
        for isString in [true, false] {
            let own = export(Self.blockItem("a", true, true, true, true, isString: isString))
            #expect(own.says(control).first == "pass bucket a: all four settings are on")
            #expect(own.evidence().accountID == "111122223333")
        }
        let none = Self.blockItem(nil, false, false, false, false)
        let open = export(Self.blockItem("a", true, false, true, true), none)
        #expect(open.says(control).first == "open bucket a: `IgnorePublicAcls` is not on")
        #expect(open.marked(control).first == "false")
        let whole = export(
            Self.blockItem("a", false, false, false, false), Self.blockItem(nil, true, true, true, true))
        #expect(whole.says(control).first == "pass bucket a: all four settings are on for the whole account")
        // What does not say anything of it says nothing.
        #expect(export(Self.blockItem("a"), none).lines(control).first?.outcome == .cannotTell)
    }

    @Test("AWS Config and the AWS CLI may say the same of a block in their own words, and differ in what they say")
    func blocksOfConfigAndCLI() {
        func outcome(_ settings: String) -> ChecklistLine.Outcome? {
            Export([
                "items.json": "{\"configurationItems\": [\(Self.blockItem("a", true, true, true, true))]}",
                "buckets/a/get-public-access-block.json": "{\"PublicAccessBlockConfiguration\": {\(settings)}}",
            ]).lines("bucket-public-access-block").first?.outcome
        }
        let on =
            #""BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true"#
        #expect(outcome(on) == .pass)
        #expect(outcome(on.replacing("\"IgnorePublicAcls\": true", with: "\"IgnorePublicAcls\": false")) == .cannotTell)
    }

    @Test("What should be is no evidence of what is")
    func desiredState() {
        let export = Export([
            "list-buckets.json": Self.list,
            "put-bucket-versioning.json":
                "{\"Bucket\": \"kept-a\", \"VersioningConfiguration\": {\"Status\": \"Enabled\", \"MFADelete\": \"Enabled\"}}",
        ])
        #expect(export.lines("bucket-mfa-delete").map(\.outcome) == [.cannotTell, .cannotTell])
    }

    @Test("What the commands for two buckets save closes the lines that ask for it")
    func commands() {
        var export = Export(["list-buckets.json": Self.list])
        let commands = export.lines("bucket-mfa-delete").compactMap(\.command)
        #expect(
            commands
                == ["kept-a", "kept-b"].map {
                    "mkdir -p buckets/\($0) && aws s3api get-bucket-versioning --bucket \($0) "
                        + "> buckets/\($0)/get-bucket-versioning.json"
                })
        for command in commands {
            export.files.append((String(command.split(separator: " > ")[1]), "{\"Status\": \"Enabled\"}"))
        }
        #expect(export.lines("bucket-mfa-delete").map(\.outcome) == [.open, .open])
    }

    @Test(
        "The command for MFA delete names the device that shows root codes, and there is none for a root without password",
        arguments: [
            ("", "arn:aws:iam::ACCOUNT_ID:mfa/root-account-mfa-device CODE"),
            (
                #"{"SerialNumber": "arn:aws:iam::111122223333:mfa/phone", "EnableDate": "2026-01-01T00:00:00Z", "#
                    + #""User": {"Arn": "arn:aws:iam::111122223333:root"}}"#,
                "arn:aws:iam::111122223333:mfa/phone CODE"
            ),
        ])
    func device(device: String, named: String) {
        var export = Export([
            "list-buckets.json": #"{"Buckets": [{"Name": "kept-a", "CreationDate": "2026-01-01T00:00:00Z"}]}"#,
            "buckets/kept-a/get-bucket-versioning.json": "",
        ])
        if !device.isEmpty { export.files.append(("devices.json", "{\"VirtualMFADevices\": [\(device)]}")) }
        #expect(export.lines("bucket-mfa-delete")[0].command?.hasSuffix(" --mfa '\(named)'") == true)
        export.files.append(("summary.json", #"{"SummaryMap": {"AccountMFAEnabled": 1, "AccountPasswordPresent": 0}}"#))
        #expect(export.lines("bucket-mfa-delete")[0].command == nil)
    }

    @Test("A root with MFA and no virtual device has to name its token")
    func token() {
        let export = Export([
            "list-buckets.json": #"{"Buckets": [{"Name": "kept-a", "CreationDate": "2026-01-01T00:00:00Z"}]}"#,
            "buckets/kept-a/get-bucket-versioning.json": "", "devices.json": "{\"VirtualMFADevices\": []}",
            "summary.json": #"{"SummaryMap": {"AccountMFAEnabled": 1, "AccountPasswordPresent": 1}}"#,
        ])
        #expect(export.lines("bucket-mfa-delete")[0].command?.hasSuffix(" --mfa 'SERIAL_NUMBER CODE'") == true)
    }
}
