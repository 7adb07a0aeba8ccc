import Testing

@testable import PolicyLint

/// What is known of single condition keys, against the catalogue.
@Suite struct ConditionKeyFactsTests {
    private let catalogue = ServiceCatalogue.embedded

    @Test("The services that fill the keys of endpoints are services, and AWS's example is among them")
    func endpointKeys() throws {
        #expect(EndpointKey.all.map(\.name) == ["aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"])
        for key in EndpointKey.all {
            #expect(catalogue.conditionKey(key.name)?.name == key.name)
            #expect(key.services.count > 35)
            for service in key.services { #expect(catalogue.hasService(service), "\(service)") }
        }
        let (account, organization) = (EndpointKey.all[0], EndpointKey.all[1])
        #expect(account.services.isSubset(of: organization.services))
        #expect(account.isFilled(for: "S3:GetObject") && !account.isFilled(for: "sqs:SendMessage"))
        #expect(organization.isFilled(for: "sqs:*") && !organization.isFilled(for: "iam:passrole"))
        #expect(EndpointKey.named("AWS:vpceorgid")?.name == "aws:VpceOrgID")
    }

    @Test("A line gives its keys, or all; comments give none")
    func endpointLines() {
        let keys = EndpointKey.read("# s3\nkms\nses VpceOrgID\n\nsqs VpceOrgID VpceOrgPaths\n")
        #expect(keys.map { $0.services.sorted() } == [["kms"], ["kms", "ses", "sqs"], ["kms", "sqs"]])
    }

    @Test("The services of resource control policies are services")
    func resourceControlServices() {
        #expect(ResourceControlService.prefixes.count > 60 && ResourceControlService.prefixes.contains("s3"))
        for service in ResourceControlService.prefixes { #expect(catalogue.hasService(service), "\(service)") }
    }

    @Test("Keys and their partners are keys that the catalogue has in this spelling", arguments: PairedKey.all)
    func pairs(pair: PairedKey) {
        for name in [pair.name] + pair.partners { #expect(catalogue.conditionKey(name)?.name == name) }
    }

    @Test(
        "Keys are sorted by who carries them, in whatever case",
        arguments: [
            ("AWS:principalOrgId", true, true, false), ("aws:PrincipalTag/team", true, true, false),
            ("aws:PrincipalArn", false, true, false), ("aws:sourceaccount", false, false, true),
            ("aws:SourceIp", false, false, false), ("aws:PrincipalIsAWSService", false, false, false),
        ])
    func callers(key: String, isOnlyOfIAM: Bool, isOfPrincipal: Bool, isOfSource: Bool) {
        #expect(CallerKey.isOnlyOfIAMPrincipals(key) == isOnlyOfIAM)
        #expect(CallerKey.isOfPrincipal(key) == isOfPrincipal)
        #expect(CallerKey.isOfSource(key) == isOfSource)
        #expect(catalogue.conditionKey(key) != nil)
    }

    @Test(
        "What is set for a session takes an action, which the catalogue gives the key to",
        arguments: [
            ("STS:sourceidentity", RoleAction.setSourceIdentity), ("sts:TransitiveTagKeys", .tagSession),
            ("aws:RequestTag/a", .tagSession), ("aws:TagKeys", .tagSession), ("sts:RequestContext/a", .setContext),
            ("sts:RequestContextProviders", .setContext),
        ])
    func sessions(key: String, action: RoleAction) throws {
        #expect(SessionSetting.action(for: key) == action)
        let known = try #require(catalogue.action(action.rawValue))
        #expect(catalogue.carries(known, try #require(catalogue.conditionKey(key)).family))
        #expect(SessionSetting.action(for: "sts:ExternalId") == nil)
        #expect(SessionSetting.action(for: "aws:SourceIdentity") == nil)
    }
}
