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
    var service: Substring { action.value.prefix { $0 != ":" } }

    /// Whether to understand the action as another makes the policy allow less.
    var isNarrowedByMending: Bool { statement.denies != isExcepted && (statement.denies || statement.allows) }

    /// The actions of a policy that are in doubt. What has not the form `service:Action` is none.
    static func all(in policy: Policy, _ catalogue: ServiceCatalogue) -> [DoubtfulAction] {
        catalogue.searching { search in
            var result: [DoubtfulAction] = []
            for statement in policy.statements {
                add(statement.actions, isExcepted: false, statement, catalogue, search, to: &result)
                add(statement.notActions, isExcepted: true, statement, catalogue, search, to: &result)
            }
            return result
        }
    }

    private static func add(
        _ actions: [Located<String>], isExcepted: Bool, _ statement: Statement, _ catalogue: ServiceCatalogue,
        _ search: CatalogueSearch, to result: inout [DoubtfulAction]
    ) {
        for index in actions.indices {
            let standing = search.standing(of: actions[index].value)
            if standing == .known { continue }
            let action = actions[index]
            guard isWellFormed(action.value) else { continue }
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
        let service = action.prefix { $0 != ":" }
        if standing == .unknownService {
            if let name = catalogue.names(meantBy: service).first { return .otherServiceName(name) }
            return catalogue.hasFormerActions(ofService: service) ? .formerService : .unknownService
        }
        if action.hasWildcard { return .unmatchedPattern }
        return catalogue.isFormerAction(action) ? .formerAction : .unknownAction
    }

    /// Whether a text has one colon, with letters, digits and wildcards on both of its sides.
    private static func isWellFormed(_ action: String) -> Bool {
        let parts = action.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isDigit || "*?-_".utf8.contains($0) }
            }
    }
}
