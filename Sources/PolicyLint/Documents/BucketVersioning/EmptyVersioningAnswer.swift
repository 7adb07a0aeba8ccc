/// The empty answer of `get-bucket-versioning`, which says that the bucket never had versioning.
enum EmptyVersioningAnswer {
    /// The document in an empty file; nil where the file is not empty, or nothing says that it is such
    /// an answer: other commands, `put-bucket-versioning` among them, print nothing either.
    static func document(in file: SourceFile, _ text: SourceText, kind: DocumentKind?) -> Document? {
        guard file.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
        let name = VersioningName(file.name)
        guard kind == .bucketVersioning || (kind == nil && name.explainsEmptyFile) else { return nil }
        let versioning = BucketVersioning(bucket: name.bucket)
        return Document(
            kind: .bucketVersioning, content: .bucketVersioning(versioning), text: text, span: .at(0),
            owner: versioning.owner)
    }
}
