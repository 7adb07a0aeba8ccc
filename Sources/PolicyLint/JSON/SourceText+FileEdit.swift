extension SourceText {
    /// The edit of the file that does what `edit` does to this text, or nil where a text of this
    /// encoding cannot be edited in place (base64).
    public func fileEdit(_ edit: TextEdit) -> TextEdit? {
        var result = edit
        for embedding in embeddings {
            guard let replacement = embedding.form.encode(result.replacement) else { return nil }
            result = TextEdit(replacing: embedding.outerSpan(result.span), with: replacement)
        }
        return result
    }
}

extension Embedding.Form {
    /// `text` as it must be written in the outer text, or nil where it cannot be written in place.
    fileprivate func encode(_ text: String) -> String? {
        switch self {
        case .jsonString: JSONText.escape(text)
        case .percentEncoded: PercentEncoding.encode(text)
        case .base64: nil
        }
    }
}
