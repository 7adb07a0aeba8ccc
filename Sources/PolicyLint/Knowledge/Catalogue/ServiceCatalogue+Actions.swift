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
    public func standing(of pattern: String) -> Standing { searching { $0.standing(of: pattern) } }

    /// The actions that a pattern stands for.
    public func actions(matching pattern: String) -> [ServiceAction] {
        searching { search in
            var result: [ServiceAction] = []
            pattern.withBytes { pattern in
                search.forEachLine(.action, matching: pattern) { line in
                    result.append(ServiceAction(CatalogueLine(text, line)))
                    return true
                }
            }
            return result
        }
    }
}

extension CatalogueSearch {
    /// Whether the catalogue has an action, named in full. Where there is an index, hashes are enough: of the whole
    /// name, and of its service.
    func hasAction(_ name: @autoclosure () -> String, _ hash: TextHash, ofService service: TextHash?) -> Bool {
        if let index { return index.hasLine(CatalogueIndex.Group(.action, service: service), hash) }
        return name().withBytes { line(.action, named: $0) != nil }
    }

    /// How the catalogue stands to an action or pattern.
    func standing(of pattern: String) -> ServiceCatalogue.Standing {
        pattern.withBytes { bytes in
            if hasLine(.action, matching: bytes) { return .known }
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return .known }
            return hasLine(.service, matching: Bytes(rebasing: bytes[..<colon])) ? .unknownAction : .unknownService
        }
    }
}
