/// Which events a trail logs, as `aws cloudtrail get-event-selectors` says.
///
/// Sources: <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html>,
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html>.
public struct EventSelectors: Sendable {
    /// `TrailARN`.
    public let trail: Located<String>
    /// `EventSelectors` or `AdvancedEventSelectors`: the list itself.
    public let span: SourceSpan
    /// The management events that only read.
    public let reads: Coverage
    /// The management events that change something.
    public let writes: Coverage
    /// The events of objects in buckets that are read.
    public let objectReads: ObjectCoverage
    /// The events of objects in buckets that are written or deleted.
    public let objectWrites: ObjectCoverage
    /// Whether the selectors are advanced ones. A trail has those of one sort.
    public let isAdvanced: Bool
    /// The selectors as they stand.
    let selectors: [JSONFragment]

    /// How many of some management events are logged.
    public enum Coverage: Sendable, Equatable {
        /// All.
        case all
        /// All but those of a service: `kms.amazonaws.com`.
        case allBut(Located<String>)
        /// Those that a selector takes whose fields say more than is read here.
        case some
        /// None.
        case none
    }

    init?(_ node: JSONNode) {
        guard let trail = node["TrailARN"]?.locatedString,
            let list = [node["AdvancedEventSelectors"], node["EventSelectors"]].compactMap(\.self)
                .first(where: { $0.array?.isEmpty == false }) ?? node["EventSelectors"]
                ?? node["AdvancedEventSelectors"]
        else { return nil }
        let advanced = node["AdvancedEventSelectors"]?.array ?? []
        let basic = node["EventSelectors"]?.array ?? []
        let partition = AmazonResourceName(trail.value)?.partition ?? "aws"
        let management = basic.compactMap(Selector.init(basic:)) + advanced.compactMap(Selector.init(advanced:))
        let objects =
            basic.flatMap { ObjectSelector.all(basic: $0, partition: partition) }
            + advanced.compactMap { ObjectSelector(advanced: $0, partition: partition) }
        self.trail = trail
        span = list.span
        reads = Coverage(management) { $0.reads }
        writes = Coverage(management) { $0.writes }
        objectReads = ObjectCoverage(objects) { $0.reads }
        objectWrites = ObjectCoverage(objects) { $0.writes }
        isAdvanced = !advanced.isEmpty
        selectors = (advanced.isEmpty ? basic : advanced).map(\.fragment)
    }

    /// One selector that takes management events.
    fileprivate struct Selector {
        var reads = true
        var writes = true
        /// The services whose events it leaves out.
        var leftOut: [Located<String>] = []
        /// Whether it says more than is read here.
        var isUnclear = false

        init?(basic node: JSONNode) {
            // Where the member is absent, it is `true`.
            guard node["IncludeManagementEvents"]?.locatedBoolean?.value ?? true else { return nil }
            let type = node["ReadWriteType"]?.string ?? "All"
            reads = type != "WriteOnly"
            writes = type != "ReadOnly"
            leftOut = node["ExcludeManagementEventSources"]?.locatedStrings ?? []
        }

        init?(advanced node: JSONNode) {
            let fields = node["FieldSelectors"]?.array ?? []
            let category = fields.first { $0["Field"]?.string == "eventCategory" }
            guard category?["Equals"]?.array?.contains(where: { $0.string == "Management" }) ?? false else {
                return nil
            }
            for field in fields {
                let operators = (field.object ?? []).map(\.key.value).filter { $0 != "Field" }
                let equal = (field["Equals"]?.array ?? []).compactMap(\.string)
                switch field["Field"]?.string {
                case "eventCategory": break
                case "readOnly" where operators == ["Equals"]:
                    reads = reads && equal.contains("true")
                    writes = writes && equal.contains("false")
                case "eventSource" where operators == ["NotEquals"]:
                    leftOut += field["NotEquals"]?.locatedStrings ?? []
                default: isUnclear = true
                }
            }
        }
    }
}

extension EventSelectors.Coverage {
    /// What selectors take together: an event is logged where one of them takes it.
    fileprivate init(_ selectors: [EventSelectors.Selector], _ takes: (EventSelectors.Selector) -> Bool) {
        let taking = selectors.filter(takes)
        if taking.contains(where: { !$0.isUnclear && $0.leftOut.isEmpty }) {
            self = .all
        } else if taking.contains(where: \.isUnclear) {
            self = .some
        } else if let service = taking.first?.leftOut.first(where: { service in
            taking.allSatisfy { $0.leftOut.contains(service) }
        }) {
            self = .allBut(service)
        } else {
            self = taking.isEmpty ? .none : .all
        }
    }
}
