import PolicyLint

/// Finds the suppressions that hide nothing in a run, and those that have run out.
struct StaleSuppressions {
    private let settings: LintSettings
    private let reports: [FileReport]
    private let directories: [String]
    private let used: Set<Int>

    /// Looks at a run in which nothing stayed unread.
    ///
    /// - Parameter directories: The absolute paths of the directories whose files were read.
    init(of settings: LintSettings, _ reports: [FileReport], directories: [String]) {
        self.settings = settings
        self.reports = reports
        self.directories = directories
        used = reports.reduce(into: []) { $0.formUnion($1.suppressions.used) }
    }

    /// What is to be said of them, in the order in which they stand, with their line and column.
    var complaints: [(place: String, message: String)] {
        settings.suppressions.enumerated().compactMap { index, suppression in
            message(of: suppression, isUsed: used.contains(index)).map {
                ("\(suppression.line):\(suppression.column)", $0)
            }
        }
    }

    private func message(of suppression: Suppression, isUsed: Bool) -> String? {
        if isUsed {
            guard let expires = suppression.expires, suppression.hasExpired(settings) else { return nil }
            return "this suppression ran out on \(expires): its findings are back"
        }
        // In files that were not read there may be something.
        guard settings.places?.confines(suppression.files, to: directories) ?? false else { return nil }
        return "this suppression hides nothing" + reason(for: suppression)
    }

    private func reason(for suppression: Suppression) -> String {
        let files = reports.filter { report in suppression.files.map { settings.matches($0, report.file) } ?? true }
        if files.isEmpty { return ": no file that was read matches its `files`" }
        guard let pointer = suppression.pointer,
            !files.contains(where: { $0.documents.contains { $0.pointer == pointer } })
        else { return "" }
        return ": no document of its files stands at `\(pointer)`"
    }
}
