/// Finds documents that are no JSON: shared files, console downloads, environment files, credential
/// reports, and the empty answer of `get-bucket-versioning`.
enum TextDocuments {
    /// The documents of a file whose kind a person gave.
    static func documents(in file: SourceFile, _ text: SourceText, kind: DocumentKind) -> [Document] {
        []
    }

    /// The documents of a file, recognised from its name and content.
    static func recognise(_ file: SourceFile, _ text: SourceText) -> [Document] {
        []
    }
}
