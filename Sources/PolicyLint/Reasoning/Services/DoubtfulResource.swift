/// A member of `Resource` or `NotResource` of which some rule may have something to say.
struct DoubtfulResource: Sendable {
    /// What a first look at a resource leaves open.
    struct Doubts: OptionSet, Sendable {
        let rawValue: UInt8

        /// It has not the form of a resource.
        static let form = Doubts(rawValue: 1)
        /// Its Region is none of its partition.
        static let region = Doubts(rawValue: 2)
        /// No service is known by the name in its ARN.
        static let service = Doubts(rawValue: 4)
        /// A wildcard stands in the name of its service.
        static let openService = Doubts(rawValue: 8)
    }

    /// What is found of a resource by itself.
    struct Finding: Sendable {
        let doubts: Doubts
        /// Why its ARN has none of the forms that AWS documents for its service.
        let misfit: MisfitResource.Finding?
    }

    /// The resource as written.
    let resource: Located<String>
    /// Its statement.
    let statement: Statement
    /// Whether it stands in `NotResource`.
    let isExcepted: Bool
    /// What is found of it.
    let finding: Finding

    /// The doubtful resources of a policy. Most resources are in no doubt, and those that policies share are looked at
    /// once.
    static func all(in policy: Policy, _ catalogue: ServiceCatalogue) -> [DoubtfulResource] {
        var result: [DoubtfulResource] = []
        for statement in policy.statements {
            for list in statement.resourceLists {
                for index in list.sketches.indices {
                    // The commonest of all.
                    if list.items[index].value.isStar { continue }
                    let finding = catalogue.finding(list.items[index].value, list.sketches[index].hash)
                    if finding.doubts.isEmpty && finding.misfit == nil { continue }
                    result.append(
                        DoubtfulResource(
                            resource: list.items[index], statement: statement,
                            isExcepted: list === statement.notResource.value, finding: finding))
                }
            }
        }
        return result
    }
}

extension ServiceCatalogue {
    fileprivate func finding(_ text: String, _ hash: TextHash) -> DoubtfulResource.Finding {
        memory.resources.answer(text, hash) {
            var doubts: DoubtfulResource.Doubts = []
            if ResourcePattern.flaw(of: text) != nil { doubts.insert(.form) }
            if hasDoubtfulRegion(text) { doubts.insert(.region) }
            guard let arn = ResourceARN.of(text, hash) else {
                return DoubtfulResource.Finding(doubts: doubts, misfit: nil)
            }
            if arn.service.hasWildcard { doubts.insert(.openService) }
            if arn.service.isLikeService, !isKnown(arn.service) { doubts.insert(.service) }
            return DoubtfulResource.Finding(doubts: doubts, misfit: MisfitResource.find(arn, self))
        }
    }

    private func isKnown(_ service: String) -> Bool {
        memory.knownServices.answer(service) {
            hasService(service) || hasFormerActions(ofService: service) || hasServiceInARNs(service)
        }
    }
}

extension String {
    /// Whether it is a name as services have it, and not something that a pattern or another flaw leaves open.
    fileprivate var isLikeService: Bool {
        !isEmpty
            && withBytes { bytes in
                bytes.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") || ($0.isLetter && $0.asciiLowercased == $0) }
            }
    }
}
