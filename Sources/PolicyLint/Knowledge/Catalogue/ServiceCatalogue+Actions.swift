extension ServiceCatalogue {
    /// What an action of a policy, with or without wildcards, is to the catalogue.
    public enum Standing: Sendable {
        /// It is an action, or stands for some.
        case known
        /// No service has the prefix.
        case unknownService
        /// The service is known, but not the action, or none that the pattern could mean.
        case unknownAction
    }

    /// How the catalogue stands to an action or pattern of the form `service:Action`. What has no colon is no
    /// question for it.
    public func standing(of pattern: String) -> Standing {
        let pattern = Self.folded(pattern)
        guard let colon = pattern.firstIndex(of: UInt8(ascii: ":")) else { return .known }
        let isKnown = searching(.action) { search, lines in search.firstLine(matching: pattern, in: lines) != nil }
        if isKnown { return .known }
        let hasService = searching(.service) { search, lines in
            search.firstLine(matching: Array(pattern[..<colon]), in: lines) != nil
        }
        return hasService ? .unknownAction : .unknownService
    }

    /// The actions that a pattern stands for.
    public func actions(matching pattern: String) -> [ServiceAction] {
        let pattern = Self.folded(pattern)
        return searching(.action) { search, lines in
            var result: [ServiceAction] = []
            var rest = lines
            while let found = search.firstLine(matching: pattern, in: rest) {
                result.append(ServiceAction(CatalogueLine(text, found)))
                rest = found.upperBound..<rest.upperBound
            }
            return result
        }
    }
}
