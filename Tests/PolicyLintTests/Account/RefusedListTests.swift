import Testing

@testable import PolicyLint

/// What AWS did not let the exporter list.
@Suite struct RefusedListTests {
    private static let details = (
        "get-account-authorization-details.error.txt", Answers.error("AccessDenied", "GetAccountAuthorizationDetails")
    )
    private static let refused = "cannot-tell account: AWS did not let the exporter list the users"

    @Test("A call that was denied is shown as the reason, with its place")
    func refused() {
        let export = Export(["\(Self.details.0)": Self.details.1])
        #expect(export.says("sign-in-mfa") == [Self.refused])
        #expect(export.marked("sign-in-mfa") == ["AccessDenied"])
        #expect(export.says("administrator-mfa") == [Self.refused])
        let list = Export(["list-users.error.txt": Answers.error("AccessDenied", "ListUsers")])
        #expect(list.says("sign-in-mfa") == [Self.refused])
        #expect(
            Export(["list-roles.error.txt": Answers.error("AccessDenied", "ListRoles")]).says("sign-in-mfa") == [
                "cannot-tell account: the export holds no list of users"
            ])
    }

    @Test("What another answer lists is known all the same")
    func listed() {
        let export = Export([
            "\(Self.details.0)": Self.details.1,
            "report.csv": Answers.report(users: ["a": ["password_enabled": "true", "mfa_active": "true"]]),
        ])
        #expect(export.says("sign-in-mfa") == ["pass user a: the user has an MFA device"])
    }
}
