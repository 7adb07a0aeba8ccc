import Testing

@testable import PolicyLint

@Suite struct GrammarTests {
    private func linter(wing: RuleMetadata.Wing? = .grammar, settings: LintSettings = LintSettings()) -> Linter {
        var settings = settings
        if let wing { settings.selectedRules = Set(RuleCatalogue.all.filter { $0.wing == wing }.map(\.id)) }
        return Linter(settings: settings)
    }

    private func policy(_ statement: String) -> SourceFile {
        SourceFile(name: "policy.json", text: "{\"Version\": \"2012-10-17\", \"Statement\": [\(statement)]}")
    }

    @Test(
        "One mistake is one finding: no other rule of the grammar speaks of it",
        arguments: PageExample.all.filter { example in
            example.fires && RuleCatalogue.metadata(for: example.rule)?.wing == .grammar
        })
    func oneMistakeIsOneFinding(example: PageExample) {
        let report = linter(settings: example.settings).lint(example.file)
        #expect(Set(report.diagnostics.map(\.rule)) == [example.rule])
    }

    @Test(
        "Every fix of the grammar together leaves a document of the same statements",
        arguments: PageExample.all.filter { $0.fixed != nil && RuleCatalogue.metadata(for: $0.rule)?.wing == .grammar })
    func fixesTogetherKeepStatements(example: PageExample) {
        let engine = FixEngine(linter(settings: example.settings))
        let result = engine.fix(example.file)
        #expect(!result.remaining.isUnreadable)
        #expect(result.remaining.diagnostics.allSatisfy { $0.fix == nil || $0.fix?.effect == .suggestion })
    }

    @Test(
        "A word is found from its slips",
        arguments: [
            ("Acton", "Action"), ("Actoin", "Action"), ("action", "Action"), ("NotActions", "NotAction"),
            ("Principle", "Principal"), ("Ressource", "Resource"), ("Efect", "Effect"), ("sid", "Sid"),
        ])
    func nearestWord(written: String, meant: String) {
        #expect(NearestWord.find(written, among: Statement.elementNames) == meant)
    }

    @Test(
        "A word that is like none, or like two, is no slip",
        arguments: ["Comment", "Name", "Sd", "", "NoResourceAtAll", "Conditionals"])
    func noNearestWord(written: String) {
        #expect(NearestWord.find(written, among: Statement.elementNames) == nil)
        #expect(NearestWord.find("bat", among: ["cat", "hat"]) == nil)
        #expect(NearestWord.find("batter", among: ["better", "butter"]) == nil)
    }

    @Test(
        "An operator is known from its slips",
        arguments: [
            ("stringequals", "StringEquals"), ("StringEqual", "StringEquals"),
            ("ForAllValue:Bool", "ForAllValues:Bool"),
            ("BoolIfExist", "BoolIfExists"), ("IPAddress", "IpAddress"), ("DateLessThen", "DateLessThan"),
            ("NullIfExists", nil), ("ForAnyValue:Null", nil), ("Everybody:Bool", nil), ("Equals", nil), ("", nil),
            (":", nil),
        ] as [(String, String?)])
    func operatorMeant(written: String, meant: String?) {
        #expect(ConditionOperator(meantBy: written)?.description == meant)
    }

    @Test("What is misspelt is read as it is meant, and all else is found with it")
    func misspeltElementsHideNothing() {
        let file = policy(
            #"{"Efect": "Allow", "principle": {"Aws": "arn:aws:iam::111122223333:root"}, "Acton": "sts:AssumeRole"}"#)
        let report = linter(wing: nil).lint(file)
        #expect(report.documents.map(\.kind) == [.trustPolicy])
        let rules = Set(report.diagnostics.map(\.rule))
        #expect(rules.isSuperset(of: ["unknown-element", "principal-type-unknown", "trust-principal-account-root"]))
        #expect(rules.isDisjoint(with: ["effect-missing", "action-missing", "principal-missing", "resource-missing"]))
    }

    @Test("Two slips of one name are not made one key, which would lose a condition")
    func slipsOfOneNameStayApart() {
        let file = policy(
            """
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
            "StringEqual": {"aws:PrincipalTag/a": "1"}, "StringEqals": {"aws:PrincipalTag/b": "2"}}}
            """)
        let result = FixEngine(linter()).fix(file)
        #expect(result.file.bytes == file.bytes)
        #expect(result.remaining.diagnostics.count == 2)
    }

    @Test("No fix, however many work together, makes a key that is there twice")
    func fixesMakeNoDuplicateKeys() {
        let file = policy(
            """
            {"effect": "Allow", "principal": {"aws": "arn:aws:iam::111122223333:user/alice"}, "Actions": "sts:AssumeRole",
            "Conditon": {"bool": {"aws:SecureTransport": true}}}
            """)
        let result = FixEngine(linter(wing: nil)).fix(file)
        let rules = result.remaining.diagnostics.map(\.rule)
        #expect(!rules.contains("duplicate-key") && !rules.contains("key-case-collision"))
        let text = String(decoding: result.file.bytes, as: UTF8.self)
        for name in ["\"Effect\"", "\"Principal\"", "\"AWS\"", "\"Action\"", "\"Condition\"", "\"Bool\""] {
            #expect(text.ranges(of: name).count == 1, "\(name) in \(text)")
        }
    }

    @Test("A statement id made unique stays so among many")
    func duplicateSidsInOnePass() {
        let sids = ["Read", "Read", "Read2", "Read", "Read2"]
        let statements = sids.map {
            #"{"Sid": "\#($0)", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}"#
        }
        let result = FixEngine(linter()).fix(policy(statements.joined(separator: ", ")))
        #expect(result.remaining.diagnostics.isEmpty)
    }

    @Test(
        "A policy's size leaves out the white space between values, and counts characters",
        arguments: [
            ("{ \"a\" : \"b c\" }", 15, 11), ("{\"ü\":\"🙂\"}", 9, 9), ("{\"a\\\" \": 1}\n", 11, 10), ("[ ]", 3, 2),
            ("[ true, { \"a\": null, \"b\": [ -1.5 , \"\" ] } ]", 43, 31),
        ])
    func policySize(text: String, all: Int, counted: Int) throws {
        let bytes = Array(text.utf8)
        let size = PolicyQuota.size(try JSONReader(bytes).root, in: bytes)
        #expect(size.withSpace == all)
        #expect(size.withoutSpace == counted)
    }

    @Test(
        "The quota is that of what the policy is attached to",
        arguments: [
            (Owner(kind: .user), 2_048), (Owner(kind: .group), 5_120), (Owner(kind: .role), 10_240),
            (Owner(kind: .managedPolicy), 6_144), (Owner(), 6_144),
        ])
    func quotaOfOwner(owner: Owner, characters: Int) throws {
        let root = try JSONReader(Array("{}".utf8)).root
        let document = Document(
            kind: .identityPolicy, content: .policy(Policy(root)), text: SourceText([]), span: .at(0), owner: owner)
        #expect(PolicyQuota.quota(Policy(root), document)?.characters == characters)
    }

    @Test("A policy of AWS itself has no quota")
    func quotaOfAWS() throws {
        let root = try JSONReader(Array("{}".utf8)).root
        let owner = Owner(kind: .managedPolicy, arn: AmazonResourceName("arn:aws:iam::aws:policy/ReadOnlyAccess"))
        let document = Document(
            kind: .identityPolicy, content: .policy(Policy(root)), text: SourceText([]), span: .at(0), owner: owner)
        #expect(PolicyQuota.quota(Policy(root), document) == nil)
    }

    @Test(
        "Addresses and ranges are known from other text",
        arguments: [
            ("203.0.113.7", true), ("0.0.0.0/0", true), ("::/0", true), ("2001:db8::1/64", true),
            ("::ffff:192.0.2.1", true),
            ("1:2:3:4:5:6:7:8", true), ("203.0.113.256", false), ("203.0.113", false), ("203.0.113.0/33", false),
            ("203.0.113.0/", false), ("1:2:3:4:5:6:7", false), ("1:2:3:4:5:6:7:8:9", false), ("2001:db8::g", false),
            ("", false), ("*", false),
        ])
    func addresses(text: String, isAddress: Bool) {
        #expect(ConditionValue.suits(text, .ipAddress) == isAddress)
    }

    @Test(
        "Numbers and dates are known from other text",
        arguments: [
            ("2026", true, true), ("-1.5e3", true, false), ("0x10", false, false), ("2026-01", false, true),
            ("2026-01-31T00:00Z", false, true), ("2026-1-31", false, false), ("tomorrow", false, false),
            ("", false, false),
        ])
    func numbersAndDates(text: String, isNumber: Bool, isDate: Bool) {
        #expect(ConditionValue.suits(text, .numericEquals) == isNumber)
        #expect(ConditionValue.suits(text, .dateEquals) == isDate)
    }
}
