extension FileReport {
    /// Why none of the file's documents could be read, with line and column: `7:24: the string is not
    /// closed`. Nil where one could.
    public var reasonNothingWasRead: String? {
        guard isUnreadable, let unreadable else { return nil }
        return "\(unreadable.place(in: file)): \(unreadable.message)"
    }
}

extension EvidenceFile {
    /// The path with the line and column at which nothing can be read, and why; nil where something could.
    public var unreadablePlace: (path: String, reason: String)? {
        unreadable.map { ("\(file.name):\($0.place(in: file))", $0.message) }
    }
}

extension UnreadableText {
    /// Line and column in the file that holds the text: `7:24`.
    fileprivate func place(in file: SourceFile) -> String {
        let place = LineTable(file.bytes).position(at: Int(span.start))
        return "\(place.line):\(place.column)"
    }
}
