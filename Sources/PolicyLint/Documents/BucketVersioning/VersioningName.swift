/// File names under which people keep the answer of `get-bucket-versioning`.
enum VersioningName {
    /// Whether the name speaks of versioning, so that an empty file is the answer for a bucket that
    /// never had it.
    static func matches(_ fileName: String) -> Bool {
        let last = SourceFile(name: fileName, bytes: []).lastComponent.utf8.map(\.asciiLowercased)
        let word = Array("versioning".utf8)
        return last.indices.dropLast(word.count - 1).contains { last[$0..<$0 + word.count].elementsEqual(word) }
    }

    /// Whether the name speaks of what versioning should be, not of what it is:
    /// `put-bucket-versioning.json`, `versioning-configuration.json`.
    static func isDesiredState(_ fileName: String) -> Bool {
        guard let last = fileName.split(separator: "/").last?.lowercased() else { return false }
        return last.hasPrefix("put-") || last.hasPrefix("versioning-configuration")
    }
}
