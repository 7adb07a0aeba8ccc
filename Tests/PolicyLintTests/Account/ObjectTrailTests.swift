import Testing

@testable import PolicyLint

/// The controls about trails that log what is done with objects in buckets.
@Suite struct ObjectTrailTests {
    private static let arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"
    private static let caller =
        #"{"UserId": "A", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/a"}"#
    private static let management = #"{"ReadWriteType":"All","IncludeManagementEvents":true}"#

    /// An export of one trail; nil for `selectors` where they are not told.
    private static func export(
        _ selectors: String?, multiRegion: Bool = true, isLogging: Bool = true, error: String = "", custom: Bool? = nil,
        arn: String = Self.arn
    ) -> Export {
        let flag = custom.map { #", "HasCustomEventSelectors": \#($0)"# } ?? ""
        let folder = "trails/\(PercentEncoding.encode(arn))"
        var export = Export([
            "get-caller-identity.json": caller,
            "regions/eu-west-1/describe-trails.json": """
            {"trailList": [{"Name": "main", "S3BucketName": "b", "IsMultiRegionTrail": \(multiRegion),
             "HomeRegion": "eu-west-1", "TrailARN": "\(arn)"\(flag)}]}
            """,
            "\(folder)/get-trail-status.json": #"{"IsLogging": \#(isLogging), "LatestDeliveryError": "\#(error)"}"#,
        ])
        if let selectors {
            export.files.append(("\(folder)/get-event-selectors.json", "{\"TrailARN\": \"\(arn)\", \(selectors)}"))
        }
        return export
    }

    /// Basic selectors: the management events, and these objects.
    private static func basic(_ values: String..., type: String = "All", of resource: String = "AWS::S3::Object")
        -> String
    {
        let list = values.map { "\"\($0)\"" }.joined(separator: ", ")
        return """
            "EventSelectors": [\(management),
             {"ReadWriteType": "\(type)", "IncludeManagementEvents": false,
              "DataResources": [{"Type": "\(resource)", "Values": [\(list)]}]}]
            """
    }

    /// Advanced selectors of data events of objects, each with these fields besides.
    private static func advanced(_ fields: String...) -> String {
        let selectors = fields.map { more in
            """
            {"Name": "n", "FieldSelectors": [{"Field": "eventCategory", "Equals": ["Data"]},
             {"Field": "resources.type", "Equals": ["AWS::S3::Object"]}\(more.isEmpty ? "" : ", " + more)]}
            """
        }
        return "\"AdvancedEventSelectors\": [\(selectors.joined(separator: ", "))]"
    }

    private static func field(_ name: String, _ condition: String, _ values: String...) -> String {
        #"{"Field": "\#(name)", "\#(condition)": [\#(values.map { "\"\($0)\"" }.joined(separator: ", "))]}"#
    }

    /// The lines of the two controls: of writing, and of reading.
    private static func lines(_ export: Export, now: String? = nil) -> [ChecklistLine] {
        Checklist(export.evidence(now: now), benchmark: Benchmark(named: "cis-5.0")).lines.filter {
            $0.control.hasPrefix("trail-object-")
        }
    }

    private static func says(_ export: Export) -> [String] {
        lines(export).map { "\($0.outcome.rawValue): \($0.says)" }
    }

    /// Selectors, and the outcome for writing and for reading.
    private static let selectors: [(text: String, writing: ChecklistLine.Outcome, reading: ChecklistLine.Outcome)] = [
        (basic("arn:aws:s3"), .pass, .pass),
        (basic("arn:aws:s3:::"), .pass, .pass),
        (basic("arn:aws:s3:::b/", "arn:aws:s3"), .pass, .pass),
        (basic("arn:aws:s3", type: "WriteOnly"), .pass, .open),
        (basic("arn:aws:s3", type: "ReadOnly"), .open, .pass),
        (basic("arn:aws:s3", type: "Few"), .cannotTell, .cannotTell),
        (basic("arn:aws:s3:::b/", "arn:aws:s3:::c/d"), .open, .open),
        (basic("arn:aws:s3:::*/*"), .cannotTell, .cannotTell),
        (basic("arn:aws-cn:s3"), .cannotTell, .cannotTell),
        (basic("arn:aws:lambda", of: "AWS::Lambda::Function"), .open, .open),
        (basic(), .open, .open),
        (#""EventSelectors": [\#(management)]"#, .open, .open),
        (advanced(""), .pass, .pass),
        (advanced(field("readOnly", "Equals", "false")), .pass, .open),
        (advanced(field("readOnly", "Equals", "true"), field("readOnly", "Equals", "false")), .pass, .pass),
        (advanced(field("resources.ARN", "StartsWith", "arn:aws:s3")), .pass, .pass),
        (advanced(field("resources.ARN", "StartsWith", "arn:aws:s3:::b/")), .open, .open),
        (advanced(field("resources.ARN", "Equals", "arn:aws:s3:::b/o")), .open, .open),
        (advanced(field("resources.ARN", "NotStartsWith", "arn:aws:s3:::b/")), .cannotTell, .cannotTell),
        (advanced(field("eventName", "Equals", "PutObject")), .cannotTell, .cannotTell),
        (advanced(field("userIdentity.arn", "NotEquals", "arn:aws:iam::1:role/r")), .cannotTell, .cannotTell),
        (
            advanced(field("eventName", "Equals", "PutObject") + ", " + field("readOnly", "Equals", "false")),
            .cannotTell, .open
        ),
        // What one selector leaves out another takes.
        (advanced(field("eventName", "Equals", "PutObject"), ""), .pass, .pass),
        (advanced("").replacing("AWS::S3::Object", with: "AWS::S3Express::Object"), .open, .open),
        (advanced("").replacing("\"Data\"", with: "\"Management\""), .open, .open),
    ]

    @Test("Objects are logged where a selector takes those of all buckets", arguments: selectors)
    func coverage(text: String, writing: ChecklistLine.Outcome, reading: ChecklistLine.Outcome) {
        let lines = Self.lines(Self.export(text))
        #expect(lines.map(\.control) == ["trail-object-writes", "trail-object-reads"])
        #expect(lines.map(\.outcome) == [writing, reading])
    }

    @Test("The line says what is logged, and where it stands")
    func words() throws {
        let all = Self.export(Self.basic("arn:aws:s3"))
        #expect(
            Self.says(all) == [
                "pass: trail `main` logs the writing of objects in all buckets",
                "pass: trail `main` logs the reading of objects in all buckets",
            ])
        let some = Self.export(Self.basic("arn:aws:s3:::b/"))
        let line = try #require(Self.lines(some).first)
        #expect(
            line.says
                == "no trail of all Regions logs the writing of objects in all buckets: trail `main` logs the writing of objects in some buckets only"
        )
        let evidence = some.evidence(now: nil)
        let marked = line.evidence.map { SourceText(evidence.files[$0.file].bytes)[$0.span] }
        #expect(marked == ["\"arn:aws:s3:::b/\""])
        let unclear = Self.lines(Self.export(Self.advanced(Self.field("eventName", "Equals", "PutObject"))))
        #expect(unclear.map(\.command) == [nil, nil] && unclear[0].next?.hasPrefix("look at the trail") == true)
    }

    @Test("A trail of one Region, one that is off, and one that failed to deliver prove nothing")
    func otherFlaws() {
        let selectors = Self.basic("arn:aws:s3")
        let start = "aws cloudtrail start-logging --name \(Self.arn) --region eu-west-1"
        let still = Self.lines(Self.export(selectors, isLogging: false))
        #expect(still.map(\.outcome) == [.open, .open] && still.map(\.command) == [start, start])
        let narrow = Self.lines(Self.export(selectors, multiRegion: false))
        #expect(narrow.map(\.outcome) == [.open, .open] && narrow.map(\.command) == [nil, nil])
        let failed = Self.lines(Self.export(selectors, error: "AccessDenied"))
        #expect(failed.map(\.outcome) == [.cannotTell, .cannotTell] && failed.map(\.command) == [nil, nil])
        let none = Self.lines(Export(["regions/eu-west-1/describe-trails.json": "{\"trailList\": []}"]))
        #expect(none.map(\.outcome) == [.open, .open] && none[0].next?.hasPrefix("make a trail") == true)
        #expect(Self.lines(Export([:])).map(\.outcome) == [.cannotTell, .cannotTell])
    }

    private static let put = "aws cloudtrail put-event-selectors --trail-name \(arn) --region eu-west-1 "
    private static func added(_ type: String) -> String {
        #"{"ReadWriteType":"\#(type)","IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]}"#
    }

    @Test("The command holds the selectors that are there, and is the same for both controls")
    func commands() {
        func commands(_ export: Export) -> [String?] { Self.lines(export).map(\.command) }
        let keep = #"{"ReadWriteType":"WriteOnly","ExcludeManagementEventSources":["kms.amazonaws.com"]}"#
        let both = Self.put + "--event-selectors '[\(keep),\(Self.added("All"))]'"
        #expect(commands(Self.export("\"EventSelectors\": [\(keep)]")) == [both, both])
        let write =
            #"{"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}],"ReadWriteType":"WriteOnly"}"#
        let read = Self.put + "--event-selectors '[\(write),\(Self.added("ReadOnly"))]'"
        #expect(commands(Self.export("\"EventSelectors\": [\(write)]")) == [nil, read])
        // Without selectors, a trail logs the management events.
        let byDefault = Self.put + "--event-selectors '[\(Self.management),\(Self.added("All"))]'"
        #expect(commands(Self.export(nil, custom: false)) == [byDefault, byDefault])
        #expect(commands(Self.export("\"EventSelectors\": []")) == [byDefault, byDefault])
        let off = Self.export("\"EventSelectors\": []", isLogging: false)
        let start = " && aws cloudtrail start-logging --name \(Self.arn) --region eu-west-1"
        #expect(commands(off) == [byDefault + start, byDefault + start])
        // Five is as many as there can be.
        let many = "\"EventSelectors\": [\(Array(repeating: keep, count: 5).joined(separator: ","))]"
        #expect(commands(Self.export(many)) == [nil, nil])
    }

    @Test("Advanced selectors stay advanced")
    func advancedCommand() {
        let keep =
            #"{"Name":"it's","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}"#
        let added =
            #"{"Name":"objects","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}"#
        let quoted = keep.replacing("'", with: #"'\''"#)
        let command = Self.put + "--advanced-event-selectors '[\(quoted),\(added)]'"
        #expect(
            Self.lines(Self.export("\"AdvancedEventSelectors\": [\(keep)]")).map(\.command) == [command, command])
    }

    @Test("Where the selectors are not told, it cannot be told; of another account's trail that account is asked")
    func untold() {
        let unknown = Self.lines(Self.export(nil))
        #expect(unknown.map(\.outcome) == [.cannotTell, .cannotTell])
        #expect(unknown[0].command?.contains("get-event-selectors") == true)
        let foreign = Self.arn.replacing("111122223333", with: "444455556666")
        #expect(Self.lines(Self.export(nil, custom: false, arn: foreign)).map(\.outcome) == [.cannotTell, .cannotTell])
        let told = Self.lines(Self.export("\"EventSelectors\": []", arn: foreign))
        #expect(told.map(\.outcome) == [.open, .open] && told.map(\.command) == [nil, nil])
        #expect(told[0].next?.hasPrefix("ask account 444455556666, to which it belongs") == true)
    }
}
