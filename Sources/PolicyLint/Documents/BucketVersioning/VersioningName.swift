/// File names under which people keep the answer of `get-bucket-versioning`.
enum VersioningName {
    /// Whether the name speaks of versioning, so that an empty file is the answer for a bucket that
    /// never had it.
    static func matches(_ fileName: String) -> Bool {
        fileName.split(separator: "/").last?.lowercased().contains("versioning") ?? false
    }
}
