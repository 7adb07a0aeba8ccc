/// What somebody may have meant.
extension ServiceCatalogue {
    /// The prefix of the service that a prefix is a slip of.
    public func nearestService(to prefix: some StringProtocol) -> String? {
        NearestWord.find(String(prefix), among: names(.service, withPrefix: ""))
    }

    /// The action of a service that a whole name is a slip of.
    public func nearestAction(to name: String) -> String? {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let service = name[...colon]
        let names = names(.action, withPrefix: service).map { String($0.dropFirst(service.count)) }
        guard let nearest = NearestWord.find(String(name[name.index(after: colon)...]), among: names) else {
            return nil
        }
        // The service as AWS spells it.
        return action(service + nearest)?.name
    }

    /// The condition key that a key is a slip of, among those of its own prefix.
    public func nearestConditionKey(to name: String) -> String? {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let keys = names(.key, withPrefix: name[...colon])
        if let key = NearestWord.find(name, among: keys) { return key }
        // Of `aws:ResourceTag/team` what stands before the slash can be a slip, and what stands behind it is a tag's name.
        guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let families = keys.compactMap { key in
            key.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(key[..<$0]) }
        }
        return NearestWord.find(String(name[..<slash]), among: families).map { $0 + name[slash...] }
    }

    /// Whether condition keys have a prefix, be it that of a service or not: `saml`.
    func hasConditionKeys(withPrefix prefix: some StringProtocol) -> Bool {
        !names(.key, withPrefix: prefix.lowercased() + ":").isEmpty
    }

    /// The condition key that a name with the prefix of no service is a slip of: of the service that its prefix is a
    /// slip of, or of the only one that has a key of this name.
    func nearestConditionKey(toForeign name: String) -> String? {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let end = name[colon...]
        if let service = nearestService(to: name[..<colon]), let key = conditionKey(service + end) { return key.name }
        let same = names(.key, withPrefix: "").filter { key in
            key.utf8.firstIndex(of: UInt8(ascii: ":")).map { Substring(key[$0...]).equalsIgnoringCase(end) } ?? false
        }
        return same.count == 1 ? same[0] : nil
    }

    /// The service principal that a name is a slip of.
    public func nearestServicePrincipal(to name: String) -> String? {
        NearestWord.find(name, among: names(.principal, withPrefix: ""))
    }

    private func names(_ kind: CatalogueKind, withPrefix prefix: some StringProtocol) -> [String] {
        lines(kind, withPrefix: prefix).map(\.name)
    }
}
