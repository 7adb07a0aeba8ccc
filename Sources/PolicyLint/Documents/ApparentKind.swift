/// What a text that cannot be read seems to have been, by the names that stand in it.
enum ApparentKind {
    /// The kind of JSON document of which a file mentions what only such documents hold; nil where it
    /// mentions nothing of the kind, or is a template of which such a document is made.
    static func ofJSON(in file: SourceFile) -> DocumentKind? {
        guard !templateExtensions.contains(file.pathExtension) else { return nil }
        let text = Mentions(file.bytes.prefix(1 << 20))
        if text.has(key: "SecretAccessKey") { return .credentialsAnswer }
        if text.has(key: "SummaryMap") { return .accountSummary }
        // An export holds trust policies among many others.
        if text.has(key: "UserDetailList") { return .identityPolicy }
        if text.has(key: "AssumeRolePolicyDocument") { return .trustPolicy }
        if text.has(key: "Statement") || text.has(key: "PolicyDocument") { return policy(text, file.name) }
        return versioning(text, file.name)
    }

    private static func policy(_ text: Mentions, _ fileName: String) -> DocumentKind {
        let hasPrincipal = text.has(key: "Principal") || text.has(key: "NotPrincipal")
        if let named = PolicyKind.named(in: fileName, hasPrincipal: hasPrincipal) { return named }
        guard hasPrincipal else { return .identityPolicy }
        let namesResource = text.has(key: "Resource") || text.has(key: "NotResource")
        return !namesResource && text.has("\"sts:Assume") ? .trustPolicy : .resourcePolicy
    }

    /// Buckets in templates have a `VersioningConfiguration`, too, but neither of the other two members.
    private static func versioning(_ text: Mentions, _ fileName: String) -> DocumentKind? {
        let isRequest = text.has(key: "VersioningConfiguration")
        guard text.has(key: "MFADelete") || (isRequest && text.has(key: "Bucket") && !text.has("\"AWS::")) else {
            return nil
        }
        return isRequest || VersioningName(fileName).role == .desiredState
            ? .versioningConfiguration : .bucketVersioning
    }

    private static let templateExtensions: Set<String> = [
        "tpl", "tftpl", "tmpl", "j2", "jinja", "erb", "hbs", "mustache",
    ]

    /// Looks for words in a text of which nothing else is known.
    private struct Mentions {
        private let bytes: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        func has(key: String) -> Bool { has("\"\(key)\"") }

        func has(_ word: String) -> Bool {
            let needle = Array(word.utf8)
            guard var index = bytes.firstIndex(of: needle[0]) else { return false }
            while index + needle.count <= bytes.endIndex {
                if bytes[index..<index + needle.count].elementsEqual(needle) { return true }
                guard let next = bytes[(index + 1)...].firstIndex(of: needle[0]) else { return false }
                index = next
            }
            return false
        }
    }
}
