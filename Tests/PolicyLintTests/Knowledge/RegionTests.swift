import Testing

@testable import PolicyLint

/// The Regions of the catalogue.
@Suite struct RegionTests {
    private let catalogue = ServiceCatalogue.embedded

    @Test("Regions of all partitions are known, and no names that stand for all of one")
    func names() {
        for name in ["eu-central-1", "us-east-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1", "us-iso-east-1"] {
            #expect(catalogue.standing(ofRegion: name) == .known, "\(name)")
        }
        for name in ["aws-global", "eu-central-1a", "EU-CENTRAL-1", "europe", ""] {
            #expect(catalogue.standing(ofRegion: name) == .unknown, "\(name)")
        }
        #expect(catalogue.standing(ofRegion: "EU-CENTRAL-1", ignoringCase: true) == .known)
        #expect(catalogue.standing(ofRegion: "eu-*") == .known)
        #expect(catalogue.standing(ofRegion: "moon-*") == .unknown)
        #expect(catalogue.nearestRegion(to: "eu-cental-1") == "eu-central-1")
        #expect(catalogue.regionNames.allSatisfy { ServicePrincipalName.isRegion($0) })
    }

    @Test("A catalogue without Regions says nothing about them")
    func withoutRegions() throws {
        let text = "# PolicyLint service catalogue, format 1, of 2027-01-31\ns\tx\tExample\n"
        var settings = LintSettings()
        settings.catalogue = try ServiceCatalogue(Array(text.utf8))
        settings.selectedRules = ["region-unknown", "arn-region-unknown"]
        #expect(settings.catalogue.standing(ofRegion: "moon-1") == .unclear)
        let policy = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*",
             "Resource": ["arn:aws:sqs:eu-moon-1:111122223333:jobs", "arn:aws:sqs:moon-*:111122223333:jobs"],
             "Condition": {"StringEquals": {"aws:RequestedRegion": ["moon", "eu-west-1a"]}}}}
            """
        let file = SourceFile(name: "policy.json", text: policy)
        #expect(Linter(settings: settings).lint(file).diagnostics.isEmpty)
        settings.catalogue = .embedded
        #expect(Linter(settings: settings).lint(file).diagnostics.count == 4)
    }

    @Test("A Region is in one partition, and called by its name in lower case")
    func partitions() {
        #expect(catalogue.partition(ofRegion: "eu-central-1") == "aws")
        #expect(catalogue.partition(ofRegion: "cn-north-1") == "aws-cn")
        #expect(catalogue.partition(ofRegion: "EU-CENTRAL-1") == nil)
        #expect(catalogue.partition(ofRegion: "eu-moon-1") == nil)
        #expect(catalogue.hasRegion(withPrefix: "eu-c") && !catalogue.hasRegion(withPrefix: "europe"))
    }

    @Test(
        "Addresses are private where the internet carries none of them",
        arguments: [
            ("10.1.2.3", true), ("10.0.0.0/8", true), ("10.0.0.0/7", false), ("172.16.0.0/12", true),
            ("172.32.0.0/16", false), ("192.168.0.0/16", true), ("192.169.0.0/16", false), ("0.0.0.0/0", false),
            ("fd12::/16", true), ("2001:db8::/32", false), ("::1", true), ("100.64.0.0/10", false),
        ])
    func privateAddresses(text: String, isPrivate: Bool) throws {
        #expect(try #require(AddressRange(text)).isPrivate == isPrivate)
    }
}
