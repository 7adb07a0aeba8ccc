/// A rule of Amazon EventBridge, as `aws events list-rules` lists it.
///
/// Source: <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html>.
public struct EventRule: Sendable {
    /// The rule's object.
    public let span: SourceSpan
    /// `Name`.
    public let name: Located<String>?
    /// `Arn`.
    public let arn: Located<String>?
    /// `State`: `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`.
    public let state: Located<String>?
    /// `EventPattern`: the JSON of the events that it is for; absent for a rule with a schedule.
    public let pattern: Located<String>?
    /// `ScheduleExpression`.
    public let schedule: Located<String>?

    /// `EventBusName`: CloudTrail sends to the bus `default`.
    public let bus: Located<String>?

    /// Whether it is on.
    public var isEnabled: Bool { state?.value.hasPrefix("ENABLED") ?? false }

    /// Which API calls the pattern is for, as CloudTrail sees them.
    public let calls: Calls

    /// The accounts and the Regions that the pattern names; nil where it takes those of all.
    private let accounts: [String]?
    private let regions: [String]?

    /// Whether events of an account and a Region come to the rule, as far as these are known.
    public func hears(of account: String?, in region: String?) -> Bool {
        let isOnDefaultBus = bus.map { $0.value == "default" || $0.value.hasSuffix(":event-bus/default") } ?? true
        func isAmong(_ names: [String]?, _ name: String?) -> Bool {
            guard let names, let name else { return true }
            return names.contains(name)
        }
        return isOnDefaultBus && isAmong(accounts, account) && isAmong(regions, region)
    }

    init(_ node: JSONNode) {
        span = node.span
        name = node["Name"]?.locatedString
        arn = node["Arn"]?.locatedString
        state = node["State"]?.locatedString
        pattern = node["EventPattern"]?.locatedString
        bus = node["EventBusName"]?.locatedString
        let root = pattern.flatMap { try? JSONReader(Array($0.value.utf8)).root }
        calls = Calls(root)
        accounts = Self.names(root?["account"])
        regions = Self.names(root?["region"])
        schedule = node["ScheduleExpression"]?.locatedString
    }

    /// The names of a list in which nothing else is: `{"prefix": "eu-"}` is a pattern of names.
    private static func names(_ list: JSONNode?) -> [String]? {
        guard let elements = list?.array else { return nil }
        let names = elements.compactMap(\.string)
        return names.count == elements.count ? names : nil
    }

    /// Whether an object is one.
    static func isOne(_ node: JSONNode) -> Bool {
        node["State"] != nil && AmazonResourceName(node["Arn"]?.string ?? "")?.service == "events"
    }
}

extension EventRule {
    /// Which API calls a rule hears of.
    ///
    /// Sources: <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html>,
    /// <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html>.
    public enum Calls: Sendable {
        /// None.
        case none
        /// Those of all services, or at least those whose names begin with `Create`.
        case creations
        /// Some, which may create resources or not.
        case some

        /// Those of a pattern.
        init(_ pattern: JSONNode?) {
            guard let root = pattern, let types = root["detail-type"]?.array,
                types.contains(where: { $0.string == "AWS API Call via CloudTrail" })
            else {
                self = .none
                return
            }
            let names = root["detail"]?["eventName"]?.array
            if let names, !names.isEmpty, names.allSatisfy({ $0.string.map(Self.createsNothing) ?? false }) {
                self = .none
            } else if (root.object ?? []).allSatisfy(Self.keepsCreations), names.map(Self.takesCreations) ?? true {
                self = .creations
            } else {
                self = .some
            }
        }

        /// Whether a part of the pattern lets the creations of all services through, and `eventName` aside.
        private static func keepsCreations(_ member: JSONMember) -> Bool {
            switch member.key.value {
            case "detail-type", "account", "region": true
            case "source": (member.value.array ?? []).contains { $0["prefix"]?.string.map("aws.".hasPrefix) ?? false }
            case "detail":
                (member.value.object ?? []).allSatisfy { detail in
                    switch detail.key.value {
                    case "eventName": true
                    case "readOnly":
                        (detail.value.array ?? []).contains { if case .bool(false) = $0.value { true } else { false } }
                    case "eventType": (detail.value.array ?? []).contains { $0.string == "AwsApiCall" }
                    default: false
                    }
                }
            default: false
            }
        }

        private static func takesCreations(_ names: [JSONNode]) -> Bool {
            names.contains { name in
                name["prefix"]?.string.map("Create".hasPrefix) ?? false
                    || name["wildcard"]?.string.map { ["*", "C*", "Create*"].contains($0) } ?? false
            }
        }

        private static func createsNothing(_ name: String) -> Bool {
            ["Delete", "Describe", "Get", "List", "Terminate", "Stop", "Detach", "Disable"].contains {
                name.hasPrefix($0)
            }
        }
    }
}
