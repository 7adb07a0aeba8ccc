/// The empty answer of `get-bucket-versioning`, which says that the bucket never had versioning.
enum EmptyVersioningAnswer {
    /// The document in an empty file; nil where the file is not empty, or nothing says that it is such
    /// an answer.
    static func document(in file: SourceFile, _ text: SourceText, kind: DocumentKind?) -> Document? {
        let isBlank = file.bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard isBlank, kind == .bucketVersioning || (kind == nil && VersioningName.matches(file.name)) else {
            return nil
        }
        return Document(
            kind: .bucketVersioning, content: .bucketVersioning(BucketVersioning(configuration: nil)), text: text,
            span: .at(0))
    }
}
