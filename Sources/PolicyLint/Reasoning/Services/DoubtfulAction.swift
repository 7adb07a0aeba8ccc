/// An action of a policy that the catalogue of AWS's services does not know.
struct DoubtfulAction: Sendable {
    /// Why it is in doubt.
    enum Doubt: Hashable, Sendable {
        /// No service has the prefix.
        case unknownService
        /// API, CLI or console know the service by this prefix; IAM by another.
        case otherServiceName(String)
        /// AWS has dropped the service.
        case formerService
        /// The service has no such action.
        case unknownAction
        /// API, CLI or console know it by this name; IAM has these actions for it.
        case otherActionName([String])
        /// AWS has dropped the action.
        case formerAction
        /// The service has no action that the pattern could mean.
        case unmatchedPattern
    }

    /// The action as written.
    let action: Located<String>
    /// Whether it stands in `NotAction`.
    let isExcepted: Bool
    /// Its statement.
    let statement: Statement
    /// Why it is in doubt.
    let doubt: Doubt

    /// The prefix of its service.
    var service: Substring {
        let colon = action.value.utf8.firstIndex(of: UInt8(ascii: ":"))
        return action.value[..<(colon ?? action.value.endIndex)]
    }

    /// Whether to understand the action as another makes the policy allow less.
    var isNarrowedByMending: Bool { statement.denies != isExcepted && (statement.denies || statement.allows) }

    /// The actions of a policy that are in doubt. What has not the form `service:Action` is none.
    static func all(in policy: Policy, _ catalogue: ServiceCatalogue) -> [DoubtfulAction] {
        catalogue.searching { search in
            var result: [DoubtfulAction] = []
            for statement in policy.statements {
                add(statement.action.value, isExcepted: false, statement, catalogue, search, to: &result)
                add(statement.notAction.value, isExcepted: true, statement, catalogue, search, to: &result)
            }
            return result
        }
    }

    private static func add(
        _ list: StringList?, isExcepted: Bool, _ statement: Statement, _ catalogue: ServiceCatalogue,
        _ search: CatalogueSearch, to result: inout [DoubtfulAction]
    ) {
        guard let list else { return }
        for index in list.sketches.indices {
            let sketch = list.sketches[index]
            if sketch.traits.contains(.noAction) { continue }
            // A quick look: most actions are known.
            if !sketch.traits.contains(.wildcard),
                search.hasAction(list.items[index].value, sketch.hash, ofService: sketch.prefixHash)
            {
                continue
            }
            let action = list.items[index]
            let standing = catalogue.memory.standings.answer(action.value, sketch.hash) {
                search.standing(of: action.value)
            }
            if standing == .known { continue }
            result.append(
                DoubtfulAction(
                    action: action, isExcepted: isExcepted, statement: statement,
                    doubt: doubt(action.value, standing, catalogue)))
        }
    }

    private static func doubt(
        _ action: String, _ standing: ServiceCatalogue.Standing, _ catalogue: ServiceCatalogue
    ) -> Doubt {
        let names = catalogue.names(meantBy: action)
        if !names.isEmpty { return .otherActionName(names) }
        let service = Substring(action.utf8.prefix { $0 != UInt8(ascii: ":") })
        if standing == .unknownService {
            if let name = catalogue.names(meantBy: service).first { return .otherServiceName(name) }
            return catalogue.hasFormerActions(ofService: service) ? .formerService : .unknownService
        }
        if action.hasWildcard { return .unmatchedPattern }
        return catalogue.isFormerAction(action) ? .formerAction : .unknownAction
    }
}
