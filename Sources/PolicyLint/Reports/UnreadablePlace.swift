extension FileReport {
    /// Why none of the file's documents could be read, with line and column: `7:24: the string is not
    /// closed`. Nil where one could.
    public var reasonNothingWasRead: String? {
        guard isUnreadable, let unreadable else { return nil }
        let place = LineTable(file.bytes).position(at: Int(unreadable.span.start))
        return "\(place.line):\(place.column): \(unreadable.message)"
    }
}
