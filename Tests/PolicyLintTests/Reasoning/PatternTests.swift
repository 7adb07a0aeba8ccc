import Testing

@testable import PolicyLint

@Suite struct PatternTests {
    @Test(
        "Actions are matched without case, with * and ?",
        arguments: [
            ("sts:AssumeRole", "sts:assumerole", true), ("sts:*", "sts:AssumeRole", true),
            ("*", "sts:AssumeRole", true),
            ("sts:Assume*Identity", "sts:AssumeRoleWithWebIdentity", true), ("sts:AssumeRol?", "sts:AssumeRole", true),
            ("sts:AssumeRole?", "sts:AssumeRole", false), ("sts:AssumeRole", "sts:AssumeRoleWithSAML", false),
            ("sts:*Role", "sts:AssumeRoleWithSAML", false), ("", "sts:AssumeRole", false),
            ("s3:*", "sts:AssumeRole", false),
            ("*e*e*e", "sts:AssumeRole", false), ("*m*R*e", "sts:AssumeRole", true),
        ])
    func actions(pattern: String, action: String, isMatch: Bool) {
        #expect(GlobPattern.matches(action, pattern: pattern, ignoringCase: true) == isMatch)
    }

    @Test("Escapes are literal, variables are not, and wildcards only where the operator takes them")
    func values() {
        func pattern(_ text: String, wildcards: Bool = true, variables: Bool = true) -> GlobPattern {
            GlobPattern(value: text, hasWildcards: wildcards, hasVariables: variables).widenedForCallers
        }
        #expect(pattern("a${*}b").literal == "a*b")
        #expect(pattern("${aws:username}").isTrivial)
        #expect(pattern("${aws:username, 'nobody'}-x").prefix == "")
        #expect(pattern("${aws:ResourceOrgID}").literal == "${aws:resourceorgid}")
        #expect(pattern("${aws:username}", variables: false).literal == "${aws:username}")
        #expect(pattern("${unclosed").literal == "${unclosed")
        #expect(pattern("a*b", wildcards: false).literal == "a*b")
        #expect(pattern("a*b").prefix == "a")
        #expect(!pattern("").isTrivial)
        #expect(pattern("a:*:c").fields(separatedBy: ":").map(\.prefix) == ["a", "", "c"])
        #expect(pattern("Grüße*").prefix == "Grüße")
    }

    @Test("The closest spelling is found, and nothing that is far")
    func spelling() {
        let actions = RoleAction.allCases.map(\.rawValue)
        #expect(NearestWord.find("sts:AssumRole", among: actions) == "sts:AssumeRole")
        #expect(NearestWord.find("sts:AssumeRoleWithSML", among: actions) == "sts:AssumeRoleWithSAML")
        #expect(NearestWord.find("s3:GetObject", among: actions) == nil)
    }

    @Test(
        "A service is known with and without a Region, in every partition",
        arguments: [
            ("logs.eu-west-1.amazonaws.com", "logs"), ("logs.amazonaws.com", "logs"),
            ("states.cn-north-1.amazonaws.com.cn", "states"), ("delivery.logs.amazonaws.com", nil),
            ("vpc-flow-logs.amazonaws.com", nil), ("lambda.amazonaws.com", nil), ("states", nil),
        ])
    func services(principal: String, name: String?) {
        #expect(SourceKeyService.service(of: principal)?.name == name)
    }
}
