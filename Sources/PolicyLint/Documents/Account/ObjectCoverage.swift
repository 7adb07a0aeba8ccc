/// Of which buckets a trail logs that objects are read, or written: data events, which no trail logs unasked.
///
/// Sources: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html>,
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html>.
public enum ObjectCoverage: Sendable, Equatable {
    /// Of all, also of those to come.
    case all
    /// Of some: the ARN that is taken.
    case some(Located<String>)
    /// A selector takes such events by a field of which more is asked than is read here: its name.
    case unclear(Located<String>)
    /// Of none.
    case none
}

extension ObjectCoverage {
    /// What selectors take together: an event is logged where one of them takes it.
    init(_ selectors: [ObjectSelector], _ takes: (ObjectSelector) -> Bool) {
        let taking = selectors.filter(takes)
        if taking.contains(where: { $0.limit == nil && $0.doubt == nil }) {
            self = .all
        } else if let doubt = taking.lazy.filter({ $0.limit == nil }).compactMap(\.doubt).first {
            self = .unclear(doubt)
        } else if let limit = taking.lazy.compactMap(\.limit).first {
            self = .some(limit)
        } else {
            self = .none
        }
    }
}

/// What an event selector takes of what is done with objects.
struct ObjectSelector {
    var reads = true
    var writes = true
    /// An ARN to which it limits them.
    var limit: Located<String>?
    /// The field of which it asks more than is read here.
    var doubt: Located<String>?

    private static let type = "AWS::S3::Object"

    /// What the resources of a basic selector tell. The ARN of all objects ends before the bucket's name.
    static func all(basic node: JSONNode, partition: String) -> [ObjectSelector] {
        let everything = "arn:\(partition):s3"
        let resources = (node["DataResources"]?.array ?? []).filter { $0["Type"]?.string == type }
        return resources.flatMap { $0["Values"]?.locatedStrings ?? [] }.map { value in
            var selector = ObjectSelector()
            let readWriteType = node["ReadWriteType"]?.locatedString
            switch readWriteType?.value {
            case "All", nil: break
            case "ReadOnly": selector.writes = false
            case "WriteOnly": selector.reads = false
            default: selector.doubt = readWriteType.map { Located("ReadWriteType", at: $0.span) }
            }
            if value.value == everything || value.value == everything + ":::" { return selector }
            let hasWildcard = value.value.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
            if hasWildcard || !value.value.hasPrefix(everything + ":::") {
                selector.doubt = selector.doubt ?? Located("Values", at: value.span)
            } else {
                selector.limit = value
            }
            return selector
        }
    }

    /// What an advanced selector tells: an event has to meet all its fields, and of each operator one value.
    init?(advanced node: JSONNode, partition: String) {
        let fields = node["FieldSelectors"]?.array ?? []
        func isAsked(_ name: String, _ value: String) -> Bool {
            fields.contains { field in
                field["Field"]?.string == name && field["Equals"]?.array?.contains { $0.string == value } ?? false
            }
        }
        guard isAsked("eventCategory", "Data"), isAsked("resources.type", Self.type) else { return nil }
        for field in fields {
            guard let name = field["Field"]?.locatedString else { continue }
            for condition in field.object ?? [] where condition.key.value != "Field" {
                let values = condition.value.locatedStrings
                if values.isEmpty { continue }
                take(name, condition.key.value, values, everything: "arn:\(partition):s3:::")
            }
        }
    }

    private init() {}

    private mutating func take(
        _ field: Located<String>, _ condition: String, _ values: [Located<String>], everything: String
    ) {
        switch (field.value, condition) {
        case ("eventCategory", "Equals"), ("resources.type", "Equals"): break
        case ("readOnly", "Equals"):
            reads = reads && values.contains { $0.value == "true" }
            writes = writes && values.contains { $0.value == "false" }
        case ("resources.ARN", "StartsWith") where values.contains { everything.hasPrefix($0.value) }: break
        case ("resources.ARN", "StartsWith"), ("resources.ARN", "Equals"), ("resources.ARN", "EndsWith"):
            limit = limit ?? values.first
        default: doubt = doubt ?? field
        }
    }
}
