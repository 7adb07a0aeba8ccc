import Foundation
import Testing

@testable import PolicyLint

/// What the status of a trail tells: whether it delivers, and to whom AWS tells it.
@Suite struct TrailStatusTests {
    private static let arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"
    private static let whole = "regions/eu-west-1/describe-trails.json"
    private static let caller =
        #"{"UserId": "AIDA2EXAMPLE3EXAMPLE4", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/a"}"#

    /// The answer of a Region that lists one trail.
    private static func trails(_ arn: String) -> String {
        #"{"trailList": [{"Name": "main", "IsMultiRegionTrail": true, "HomeRegion": "eu-west-1", "TrailARN": "\#(arn)"}]}"#
    }

    private static func selectors(_ arn: String) -> String {
        #"{"TrailARN": "\#(arn)", "EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": true}]}"#
    }

    @Test(
        "What AWS tells of a trail to its own account alone is asked there",
        arguments: ["TrailNotFoundException", "CloudTrailARNInvalidException"])
    func unfoundTrail(code: String) throws {
        func line(of arn: String) throws -> ChecklistLine {
            let folder = "trails/" + PercentEncoding.encode(arn)
            let export = Export([
                Self.whole: Self.trails(arn), "get-caller-identity.json": Self.caller,
                "\(folder)/get-trail-status.error.txt": Answers.error(code, "GetTrailStatus"),
                "\(folder)/get-event-selectors.error.txt": Answers.error(code, "GetEventSelectors"),
            ])
            return try #require(export.lines("trail-recording").first)
        }
        let foreign = try line(of: Self.arn.replacing("111122223333", with: "444455556666"))
        #expect(foreign.outcome == .cannotTell && foreign.command == nil)
        #expect(
            foreign.says
                == "AWS tells the status of trail `main` to account 444455556666, to which it belongs, and not to this one"
        )
        #expect(foreign.next?.hasPrefix("ask account 444455556666") == true)
        // One of the account's own was deleted while others were asked about.
        let own = try line(of: Self.arn)
        #expect(own.says == "AWS says that there is no trail `main`, of which a Region's list tells")
        #expect(own.command?.contains("describe-trails") == true)
    }

    /// The members of a trail's status that tell of deliveries, and what is said of them on 2026-11-25.
    private static let deliveries: [(members: String, says: String)] = [
        (#""LatestDeliveryTime": "2026-11-20T10:00:00Z""#, "pass"),
        (#""LatestDeliveryTime": 1795168800.5"#, "pass"),
        (#""LatestDeliveryTime": "2026-07-01T10:00:00Z", "LatestDigestDeliveryTime": "2026-11-24T10:00:00Z""#, "pass"),
        (
            #""LatestDeliveryTime": "2026-07-01T10:00:00Z", "LatestDigestDeliveryTime": "2026-06-30T10:00:00Z""#,
            "cannot-tell: trail `main` delivered nothing in the last 146 days before the export: a person must say whether it does"
        ),
        (
            #""StartLoggingTime": "2026-07-01T10:00:00Z""#,
            "cannot-tell: trail `main` was switched on 146 days before the export, and has delivered nothing: a person must say why"
        ),
        (#""StartLoggingTime": "2026-11-24T10:00:00Z""#, "pass"),
    ]

    @Test("A trail of the account that delivered nothing for long cannot be told to record", arguments: deliveries)
    func delivery(members: String, says: String) {
        func line(_ account: String) -> String {
            let arn = Self.arn.replacing("111122223333", with: account)
            let folder = "trails/" + PercentEncoding.encode(arn)
            let export = Export([
                Self.whole: Self.trails(arn), "get-caller-identity.json": Self.caller,
                "\(folder)/get-trail-status.json": "{\"IsLogging\": true, \(members)}",
                "\(folder)/get-event-selectors.json": Self.selectors(arn),
            ])
            return export.lines("trail-recording").map { $0.outcome == .pass ? "pass" : "cannot-tell: " + $0.says }[0]
        }
        #expect(line("111122223333") == says)
        // To other accounts AWS leaves out what it tells the trail's own.
        #expect(line("444455556666") == "pass")
    }

    @Test("An old export is held to the time at which it was made")
    func deliveryOfThen() {
        let folder = "trails/" + PercentEncoding.encode(Self.arn)
        var export = Export([
            Self.whole: Self.trails(Self.arn), "get-caller-identity.json": Self.caller,
            "\(folder)/get-trail-status.json": #"{"IsLogging": true, "LatestDeliveryTime": "2026-06-30T10:00:00Z"}"#,
            "\(folder)/get-event-selectors.json": Self.selectors(Self.arn),
        ])
        #expect(export.lines("trail-recording").map(\.outcome) == [.cannotTell])
        let content = Data(Answers.report().utf8).base64EncodedString()
        export.files += [
            (
                "get-credential-report.json",
                "{\"Content\": \"\(content)\", \"ReportFormat\": \"text/csv\", \"GeneratedTime\": \"2026-07-01T10:00:00Z\"}"
            )
        ]
        #expect(export.lines("trail-recording").map(\.outcome) == [.pass])
    }
}
