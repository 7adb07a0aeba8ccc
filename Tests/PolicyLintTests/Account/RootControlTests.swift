import Testing

@testable import PolicyLint

/// The controls about the root user.
@Suite struct RootControlTests {
    @Test("MFA is proven by the report, by the summary, or by root's virtual device")
    func mfaPasses() {
        let report = Export(["credential-report.csv": Answers.report(root: ["mfa_active": "true"])])
        #expect(report.says("root-mfa") == ["pass root: root signs in with MFA"])
        #expect(report.marked("root-mfa") == ["true"])
        let summary = Export(["x.json": Answers.summary(["AccountMFAEnabled": 1])])
        #expect(summary.says("root-mfa") == ["pass root: root signs in with MFA"])
        let device = """
            {"VirtualMFADevices": [{"SerialNumber": "arn:aws:iam::111122223333:mfa/root-account-mfa-device",
              "EnableDate": "2026-01-01T00:00:00Z", "User": {"Arn": "arn:aws:iam::111122223333:root"}}]}
            """
        #expect(Export(["x.json": device]).says("root-mfa") == ["pass root: root signs in with MFA: a virtual device"])
    }

    @Test("The list of virtual devices without root's says that it is another kind")
    func mfaKind() {
        let export = Export([
            "a.json": Answers.summary(["AccountMFAEnabled": 1]), "b.json": "{\"VirtualMFADevices\": []}",
        ])
        #expect(
            export.says("root-mfa") == ["pass root: root signs in with MFA: a passkey, security key or hardware token"])
    }

    @Test("A password alone is open, and no password at all is none to protect")
    func mfaIsOpen() {
        let password = Export(["r.csv": Answers.report(root: ["password_enabled": "not_supported"])])
        #expect(password.says("root-mfa") == ["open root: root signs in with a password alone"])
        let none = Export(["r.csv": Answers.report(root: ["password_enabled": "false"])])
        #expect(none.says("root-mfa") == ["pass root: root has no password to sign in with"])
    }

    @Test("Without evidence, or with evidence for and against, MFA cannot be told")
    func mfaCannotBeTold() {
        let nothing = Export(["x.json": Answers.summary(["Users": 1])])
        #expect(nothing.says("root-mfa") == ["cannot-tell root: the export holds no credential report"])
        let both = Export([
            "r.csv": Answers.report(root: ["mfa_active": "false"]), "x.json": Answers.summary(["AccountMFAEnabled": 1]),
        ])
        #expect(both.lines("root-mfa").map(\.outcome) == [.cannotTell])
        #expect(both.lines("root-mfa").flatMap(\.evidence).count == 2)
    }

    @Test("What is lacking of root's device is exported, and where two answers differ, all of them")
    func hardwareCannotBeTold() {
        func line(_ files: KeyValuePairs<String, String>) -> [String?] {
            Export(files).lines("root-mfa-hardware").flatMap { [$0.outcome.rawValue, $0.says, $0.command] }
        }
        let summary = Answers.summary(["AccountMFAEnabled": 1])
        #expect(
            line(["x.json": summary]) == [
                "cannot-tell", "the export holds no list of virtual MFA devices",
                "aws iam list-virtual-mfa-devices > list-virtual-mfa-devices.json",
            ])
        let devices = "{\"VirtualMFADevices\": []}"
        #expect(
            line(["d.json": devices]) == [
                "cannot-tell", "the export does not tell of root's MFA",
                "aws iam get-account-summary > get-account-summary.json",
            ])
        #expect(
            line(["r.csv": Answers.report(root: ["mfa_active": "false"]), "x.json": summary, "d.json": devices]) == [
                "cannot-tell", "two answers differ on root's MFA: one of them is older", nil,
            ])
    }

    @Test("An organization without trusted access for IAM, or without all features, does not look after root users")
    func organization() {
        func says(_ code: String) -> [String] {
            let export = Export([
                "list-organizations-features.error.txt": Answers.error(code, "ListOrganizationsFeatures")
            ])
            return Checklist(export.evidence(), benchmark: Benchmark(named: "cis-7.0")).lines
                .filter { $0.control == "central-root-access" }
                .map { "\($0.outcome.rawValue): \($0.says) | \($0.command?.prefix(44) ?? "")" }
        }
        let none = "open: the organization does not manage the root users of its accounts: "
        #expect(
            says("ServiceAccessNotEnabledException") == [
                none + "IAM has no trusted access to it | aws organizations enable-aws-service-access "
            ])
        #expect(
            says("OrganizationNotInAllFeaturesModeException") == [
                none + "it does not have all features | aws organizations enable-all-features"
            ])
        #expect(says("OrganizationNotFoundException") == ["pass: the account is in no organization | "])
        #expect(says("AccountNotManagementOrDelegatedAdministratorException").map { $0.prefix(11) } == ["cannot-tell"])
    }

    @Test("A key of root is open, active or not; only both columns, or the summary, prove that there is none")
    func keys() {
        let active = ["access_key_1_active": "true", "access_key_1_last_rotated": "2026-01-01T00:00:00+00:00"]
        #expect(Export(["r.csv": Answers.report(root: active)]).lines("root-keys").map(\.outcome) == [.open])
        let inactive = ["access_key_2_active": "false", "access_key_2_last_rotated": "2026-01-01T00:00:00+00:00"]
        #expect(Export(["r.csv": Answers.report(root: inactive)]).lines("root-keys").map(\.outcome) == [.open])
        #expect(Export(["r.csv": Answers.report()]).lines("root-keys").map(\.outcome) == [.pass])
        let summary = Export(["x.json": Answers.summary(["AccountAccessKeysPresent": 0])])
        #expect(summary.lines("root-keys").map(\.outcome) == [.pass])
        let short = Export(["r.csv": "user,arn,user_creation_time\n<root_account>,arn:aws:iam::111122223333:root,x\n"])
        #expect(short.lines("root-keys").map(\.outcome) == [.cannotTell])
    }

    @Test("A signing certificate of root is open, active or not")
    func signingCertificates() {
        func outcomes(_ cells: [String: String]) -> [ChecklistLine.Outcome] {
            Export(["report.csv": Answers.report(root: cells)]).lines("root-signing-certificates").map(\.outcome)
        }
        let made = "2024-01-01T00:00:00+00:00"
        #expect(outcomes([:]) == [.pass])
        #expect(outcomes(["cert_1_active": "true", "cert_1_last_rotated": made]) == [.open])
        #expect(outcomes(["cert_1_last_rotated": made]) == [.open])
        #expect(outcomes(["cert_2_active": "N/A"]) == [.cannotTell])
    }
}
