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

    @Test("AWS Config must record everything, and deliver it")
    func recorders() {
        func says(_ isRecording: Bool, all: Bool = true, channels: String = #"{"name": "c", "s3BucketName": "b"}"#)
            -> [String]
        {
            let folder = "regions/eu-central-1/"
            let export = Export([
                folder + "a.json":
                    "{\"ConfigurationRecordersStatus\": [{\"name\": \"r\", \"recording\": \(isRecording)}]}",
                folder + "b.json":
                    "{\"ConfigurationRecorders\": [{\"name\": \"r\", \"recordingGroup\": {\"allSupported\": \(all)}}]}",
                folder + "c.json": "{\"DeliveryChannels\": [\(channels)]}",
            ])
            return Checklist(export.evidence(), benchmark: .securityHub).lines
                .filter { $0.control == "config-recorder" }.map { "\($0.outcome.rawValue): \($0.says)" }
        }
        #expect(says(true) == ["pass: AWS Config records everything, and delivers it"])
        #expect(says(false) == ["open: AWS Config does not record in eu-central-1"])
        #expect(says(true, channels: "") == ["open: AWS Config does not record in eu-central-1"])
        #expect(says(true, all: false).map { $0.prefix(11) } == ["cannot-tell"])
    }
}
