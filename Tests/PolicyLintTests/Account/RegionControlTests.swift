import Testing

@testable import PolicyLint

/// The controls that are asked of every Region.
@Suite struct RegionControlTests {
    private static func analyzers(_ type: String, _ status: String = "ACTIVE") -> String {
        "{\"analyzers\": [{\"arn\": \"a\", \"type\": \"\(type)\", \"status\": \"\(status)\"}]}"
    }

    @Test("An active analyzer of outside access passes in its Region; those without are told together")
    func analyzers() {
        let export = Export([
            "regions/eu-central-1/list-analyzers.json": Self.analyzers("ORGANIZATION"),
            "regions/eu-west-1/list-analyzers.json": Self.analyzers("ACCOUNT_UNUSED_ACCESS"),
            "regions/us-east-1/list-analyzers.json": "{\"analyzers\": []}",
            "regions/us-east-2/list-rules.json": "{\"Rules\": []}",
        ])
        #expect(
            export.says("access-analyzer") == [
                "pass region eu-central-1: an analyzer looks for outside access",
                "cannot-tell region us-east-2: the export holds no list of analyzers",
                "open account: nothing looks for outside access in eu-west-1, us-east-1",
            ])
        #expect(Export([:]).lines("access-analyzer").map(\.outcome) == [.cannotTell])
    }

    @Test("The command for Regions names each of them")
    func commands() {
        func command(_ regions: [String]) -> String? {
            var export = Export([:])
            export.files = regions.map { ("regions/\($0)/list-analyzers.json", "{\"analyzers\": []}") }
            return export.lines("access-analyzer").last?.command
        }
        let create = "aws accessanalyzer create-analyzer --analyzer-name account --type ACCOUNT"
        #expect(command(["eu-west-1"]) == create + " --region eu-west-1")
        #expect(
            command(["eu-west-1", "us-east-1"])
                == "for region in eu-west-1 us-east-1; do \(create) --region \"$region\"; done")
        let refused = Export([
            "regions/eu-west-1/list-analyzers.error.txt": Answers.error("AccessDeniedException", "ListAnalyzers")
        ])
        #expect(
            refused.lines("access-analyzer").map(\.command) == [
                "mkdir -p regions/eu-west-1 && aws accessanalyzer list-analyzers --region eu-west-1 > regions/eu-west-1/list-analyzers.json"
            ])
    }

    @Test("A recorder is started where one stands still that knows where to deliver")
    func startOfRecorder() {
        func command(recorders: String, channels: String) -> String? {
            let export = Export([
                "regions/a/a.json": #"{"ConfigurationRecordersStatus": [{"name": "r", "recording": false}]}"#,
                "regions/a/b.json": "{\"ConfigurationRecorders\": [\(recorders)]}",
                "regions/a/c.json": "{\"DeliveryChannels\": [\(channels)]}",
            ])
            return Checklist(export.evidence(), benchmark: .securityHub).lines.first {
                $0.control == "config-recorder"
            }?
            .command
        }
        let channel = #"{"name": "c", "s3BucketName": "b"}"#
        #expect(
            command(recorders: Self.recorder(global: true), channels: channel)
                == "aws configservice start-configuration-recorder --configuration-recorder-name r --region a")
        #expect(command(recorders: Self.recorder(global: true), channels: "") == nil)
        #expect(command(recorders: "", channels: channel) == nil)
    }

    /// What a control of Security Hub says of two Regions, of which each has a recorder.
    private func says(
        _ control: String, status: String = #"{"name": "r", "recording": true}"#,
        recorders: String = Self.recorder(global: true), channels: String = #"{"name": "c", "s3BucketName": "b"}"#,
        folders: [String] = ["regions/eu-central-1/"]
    ) -> [String] {
        var export = Export([:])
        for folder in folders {
            export.files += [
                (folder + "a.json", "{\"ConfigurationRecordersStatus\": [\(status)]}"),
                (folder + "b.json", "{\"ConfigurationRecorders\": [\(recorders)]}"),
                (folder + "c.json", "{\"DeliveryChannels\": [\(channels)]}"),
            ]
        }
        return Checklist(export.evidence(), benchmark: .securityHub).lines.filter { $0.control == control }
            .map { "\($0.outcome.rawValue): \($0.says)" }
    }

    private static let serviceRole =
        "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"

    private static func recorder(_ name: String = "r", all: Bool = true, global: Bool, role: String = serviceRole)
        -> String
    {
        """
        {"name": "\(name)", "roleARN": "\(role)",
         "recordingGroup": {"allSupported": \(all), "includeGlobalResourceTypes": \(global)}}
        """
    }

    @Test("AWS Config must record everything, and deliver it")
    func recorders() {
        let pass = ["pass: AWS Config records everything, and delivers it"]
        let open = ["open: AWS Config does not record in eu-central-1"]
        #expect(says("config-recorder") == pass)
        #expect(says("config-recorder", status: #"{"name": "r", "recording": false}"#) == open)
        #expect(
            says("config-recorder", status: #"{"name": "r", "recording": true, "lastStatus": "FAILURE"}"#) == open)
        #expect(says("config-recorder", channels: "") == open)
        let few = says("config-recorder", recorders: Self.recorder(all: false, global: false))
        #expect(few.map { $0.prefix(11) } == ["cannot-tell"])
    }

    @Test("What a recorder records counts where the recorder of that name runs")
    func recordersByName() {
        let both = [Self.recorder(global: true), Self.recorder("s", all: false, global: false)].joined(separator: ",")
        let status = #"{"name": "r", "recording": false}, {"name": "s", "recording": true}"#
        #expect(
            says("config-recorder", status: status, recorders: both) == [
                "cannot-tell: the recorder leaves types of resources out: a person must say whether they matter"
            ])
        #expect(
            says("config-recorder", recorders: Self.recorder("s", global: true)) == [
                "cannot-tell: the export does not tell what the recorder records"
            ])
    }

    @Test("One Region at least has to record what belongs to no Region")
    func globalTypes() {
        let region = "pass: AWS Config records everything but IAM's users, groups, roles and policies, and delivers it"
        let folders = ["regions/a/", "regions/b/"]
        #expect(
            says("config-recorder", recorders: Self.recorder(global: false), folders: folders) == [
                region, region, "open: no Region records IAM's users, groups, roles and policies",
            ])
    }

    @Test("AWS Config records with its own role, or is told of another")
    func role() {
        #expect(says("config-role") == ["pass: AWS Config records with its service-linked role"])
        let other = Self.recorder(global: true, role: "arn:aws:iam::111122223333:role/nothing")
        #expect(
            says("config-role", recorders: other) == [
                "open: AWS Config records with another role than its service-linked one"
            ])
        #expect(says("config-role", status: #"{"name": "r", "recording": false}"#) == [])
        #expect(
            Checklist(Export([:]).evidence(), benchmark: .securityHub).lines.filter { $0.control == "config-role" }
                .map(\.outcome) == [.cannotTell])
    }

    @Test("The answers of several Regions in one folder prove nothing of any")
    func mixture() {
        let gap =
            "cannot-tell account: answers differ, as those of several Regions do: a folder `regions/NAME` for each tells them apart"
        let status = #"{"ConfigurationRecordersStatus": [{"name": "r", "recording": true}]}"#
        let mixed = Export([
            "eu-1.json": Self.analyzers("ACCOUNT"), "eu-2.json": status,
            "eu-3.json": "{\"ConfigurationRecorders\": [\(Self.recorder(global: true))]}",
            "eu-4.json": #"{"DeliveryChannels": [{"name": "c", "s3BucketName": "b"}]}"#,
            "us-list-analyzers.json": #"{"analyzers": []}"#, "us-2.json": #"{"ConfigurationRecordersStatus": []}"#,
        ])
        #expect(mixed.says("access-analyzer") == [gap])
        #expect(mixed.says("creation-record") == [gap])
        var one = mixed
        one.files.removeLast(2)
        #expect(one.lines("access-analyzer").map(\.outcome) == [.pass])
        #expect(one.lines("creation-record").map(\.outcome) == [.pass])
        let twice = Export([
            "regions/a/list-analyzers.json": Self.analyzers("ACCOUNT"),
            "old/regions/a/list-analyzers.json": #"{"analyzers": []}"#,
        ])
        #expect(twice.says("access-analyzer") == ["cannot-tell region a: two answers differ on the analyzers"])
    }

    @Test("Recorders that are known are not said to be missing where their status is")
    func recordersWithoutStatus() {
        let recorders = #"{"ConfigurationRecorders": [{"name": "default", "recordingGroup": {"allSupported": true}}]}"#
        let rules = #"{"Rules": []}"#
        let export = Export([
            "regions/eu-west-1/describe-configuration-recorders.json": recorders,
            "regions/eu-west-1/list-rules.json": rules,
        ])
        #expect(export.lines("creation-record").contains { $0.says.contains("holds no list of recorders' status") })
        #expect(!export.lines("creation-record").contains { $0.says.contains("holds no list of recorders of") })
    }
}
