extension ServiceCatalogue {
    /// The service principal of a name, as the catalogue has it: a Region in the name, and the suffix of the
    /// partition in China, are left out.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services>.
    public func servicePrincipal(_ name: String) -> String? {
        guard let service = ServicePrincipalName(name) else { return nil }
        return line(.principal, service.name)?.name
            ?? service.nameWithoutRegion.flatMap { line(.principal, $0)?.name }
    }
}

/// A service principal in its parts: `logs`, `eu-west-1` of `logs.eu-west-1.amazonaws.com`.
public struct ServicePrincipalName: Hashable, Sendable {
    /// The service, with a Region if the name has one; the dots of its name are kept.
    public let service: Substring

    private static let suffixes = [".amazonaws.com", ".amazonaws.com.cn"]

    /// Takes a name apart; nil where it does not end as service principals do.
    public init?(_ name: String) {
        guard let suffix = Self.suffixes.first(where: name.hasSuffix), suffix.utf8.count < name.utf8.count else {
            return nil
        }
        service = name.dropLast(suffix.count)
    }

    /// The service, without a Region.
    public var serviceWithoutRegion: Substring? {
        guard let dot = service.lastIndex(of: "."), Self.isRegion(service[service.index(after: dot)...]) else {
            return nil
        }
        return service[..<dot]
    }

    /// The name as it is in the commercial Regions.
    public var name: String { service + Self.suffixes[0] }

    /// The same without a Region; nil where there is none in it.
    public var nameWithoutRegion: String? { serviceWithoutRegion.map { $0 + Self.suffixes[0] } }

    /// Whether a text has the form of a Region's name: `eu-west-1`, `us-gov-east-1`.
    static func isRegion(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-")
        return parts.count >= 3 && parts[0].utf8.count >= 2 && parts.last?.utf8.allSatisfy(\.isDigit) == true
    }
}
