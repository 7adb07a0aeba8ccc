/// What the name of a file, and of the folder it lies in, say of the versioning of a bucket that may be in it.
struct VersioningName {
    /// What a file holds, as far as its name says.
    enum Role {
        /// What `get-bucket-versioning` answered: how things are.
        case answer
        /// What `put-bucket-versioning` is given: how things should be.
        case desiredState
    }

    /// What the file holds; nil where its name says nothing of versioning.
    let role: Role?
    /// Whether a file of this name is worth reading: it speaks of versioning, and its extension is one of
    /// those that the output of a command is written to.
    let isCandidate: Bool
    /// Whether the name speaks of the answer about a bucket, so that a file with nothing in it is the
    /// answer for a bucket that never had versioning.
    let explainsEmptyFile: Bool
    /// The bucket that the name tells, where it is hardly anything else.
    let bucket: String?

    /// Reads the path of a file.
    init(_ path: String) {
        let parts = path.split(separator: "/")
        let last = parts.last.map(String.init) ?? ""
        let folder = parts.dropLast().last.map { Self.words(of: String($0)) } ?? []
        let words = Self.words(of: last)
        let isOwn = words.contains { $0.hasSuffix(Self.versioning) }
        let role = isOwn ? Self.role(of: words) : Self.role(ofFolder: folder)
        let pathExtension = SourceFile(name: last, bytes: []).pathExtension
        let isOutput = Self.outputExtensions.contains(pathExtension) || pathExtension.hasSuffix(Self.versioning)
        let isAboutBucket = !isOwn || words.contains { Self.bucketWords.contains($0) }
        self.role = role
        isCandidate = role != nil && isOutput
        explainsEmptyFile = role == .answer && isOutput && isAboutBucket
        let stem = Self.stem(of: last)
        bucket =
            Self.exported(parts, stem) ?? Self.bucket(in: stem)
            ?? (isOwn || !Self.isFolderOfBuckets(folder) ? nil : Self.plausible(stem))
    }

    // MARK: Role

    private static func role(of words: [String]) -> Role {
        for (index, word) in words.enumerated() {
            if word.hasSuffix("get" + bucketVersioning) { return .answer }
            if word.hasSuffix("put" + bucketVersioning) { return .desiredState }
            guard word.hasSuffix(versioning) else { continue }
            let before = words[..<index]
            if before.suffix(2) == ["get", "bucket"] { return .answer }
            if before.suffix(2) == ["put", "bucket"] || before.first.map(desiringVerbs.contains) == true {
                return .desiredState
            }
            if index + 1 < words.count, desiredWords.contains(words[index + 1]) { return .desiredState }
        }
        return .answer
    }

    private static func role(ofFolder words: [String]) -> Role? {
        switch words {
        case ["get", "bucket", "versioning"], ["bucket", "versioning"]: .answer
        case ["put", "bucket", "versioning"]: .desiredState
        default: nil
        }
    }

    private static let versioning = "versioning"
    private static let bucketVersioning = "bucketversioning"
    private static let bucketWords: Set<String> = ["bucket", "s3", "bucketversioning", "getbucketversioning"]
    private static let desiringVerbs: Set<String> = ["put", "set", "enable", "desired"]
    private static let desiredWords: Set<String> = ["configuration", "config", "input", "request", "desired"]
    /// What the output of a command is written to. A log is often empty for other reasons.
    private static let outputExtensions: Set<String> = ["", "json", "txt", "text", "table", "out"]

    // MARK: Bucket

    /// The bucket before or behind the name of the command: `get-bucket-versioning-my-bucket`,
    /// `my-bucket.get-bucket-versioning`.
    private static func bucket(in stem: String) -> String? {
        for command in commands {
            guard let range = stem.firstRange(of: command) else { continue }
            let (before, behind) = (stem[..<range.lowerBound], stem[range.upperBound...])
            if behind.isEmpty {
                return before.last.map(separators.contains) == true ? plausible(before.dropLast()) : nil
            }
            if before.isEmpty {
                return behind.first.map(separators.contains) == true ? plausible(behind.dropFirst()) : nil
            }
        }
        return nil
    }

    /// The bucket of `buckets/NAME/get-bucket-versioning.json`, where `scripts/export-account` puts it.
    private static func exported(_ parts: [Substring], _ stem: String) -> String? {
        let above = parts.dropLast()
        guard commands.contains(stem), above.count > 1, above.dropLast().last == "buckets" else { return nil }
        return above.last.flatMap { BucketName.isValid($0) ? String($0) : nil }
    }

    private static func plausible(_ text: some StringProtocol) -> String? {
        BucketName.isPlausible(text) ? String(text) : nil
    }

    private static func isFolderOfBuckets(_ words: [String]) -> Bool {
        role(ofFolder: words) != nil || words == [versioning]
    }

    private static let commands = [
        "get-bucket-versioning", "get_bucket_versioning", "put-bucket-versioning", "put_bucket_versioning",
    ]
    private static let separators: [Character] = ["-", "_", "."]

    // MARK: Words

    /// The words between the punctuation of a name, in lower case.
    private static func words(of name: String) -> [String] {
        name.utf8.asciiLowercased.split { !$0.isLetter && !$0.isDigit }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// A name without the extension of a text.
    private static func stem(of name: String) -> String {
        for end in [".json", ".txt", ".text", ".table", ".out"] where name.hasSuffix(end) {
            return String(name.dropLast(end.count))
        }
        return name
    }
}
