/// What a whole run has to say: the reports of all files.
public struct Report: Sendable {
    /// The files, in the order in which they are reported.
    public let files: [FileReport]
    /// The version of PolicyLint.
    public let toolVersion: String
    /// Diagnostics below this were not asked for.
    public let minimumSeverity: Severity
    /// What could not be linted.
    public let problems: [Problem]
    /// How many files that were asked for the configuration leaves out.
    public let excludedFiles: Int
    /// The numbers of all files together.
    public let totals: Totals

    /// Something that could not be linted.
    public struct Problem: Hashable, Sendable {
        /// The path as the person gave it.
        public let path: String
        /// Why: lower-case start, no final period.
        public let message: String

        /// A path and why it could not be linted.
        public init(path: String, message: String) {
            self.path = path
            self.message = message
        }
    }

    /// The report of these files.
    public init(
        files: [FileReport], toolVersion: String, minimumSeverity: Severity = .note, problems: [Problem] = [],
        excludedFiles: Int = 0
    ) {
        self.files = files
        self.toolVersion = toolVersion
        self.minimumSeverity = minimumSeverity
        self.problems = problems
        self.excludedFiles = excludedFiles
        totals = Totals(files)
    }

    /// Whether all was read that was to be linted. What nobody could read and somebody accepted counts as read.
    var isComplete: Bool {
        problems.isEmpty && !files.contains { $0.isUnreadable && !$0.diagnostics.isEmpty }
    }

    /// How much of what was found.
    public struct Totals: Hashable, Sendable {
        /// Number of files that were looked into.
        public let files: Int
        /// Number of files in which a document was found.
        public let filesWithDocuments: Int
        /// Number of documents that were found.
        public let documents: Int
        /// Number of diagnostics of severity error.
        public let errors: Int
        /// Number of diagnostics of severity warning.
        public let warnings: Int
        /// Number of diagnostics of severity note.
        public let notes: Int
        /// Number of diagnostics with a fix that `policylint fix` applies.
        public let fixable: Int
        /// Number of diagnostics with a fix in which a person fills in a value.
        public let suggestions: Int
        /// Number of diagnostics that the configuration suppresses; none of the others counts them.
        public let suppressed: Int

        /// Number of all diagnostics.
        public var diagnostics: Int { errors + warnings + notes }

        init(_ reports: [FileReport]) {
            var (errors, warnings, notes, fixable, suggestions) = (0, 0, 0, 0, 0)
            for diagnostic in reports.lazy.flatMap(\.diagnostics) {
                switch diagnostic.severity {
                case .error: errors += 1
                case .warning: warnings += 1
                case .note: notes += 1
                }
                switch diagnostic.fix?.effect {
                case .preserving, .narrowing: fixable += 1
                case .suggestion: suggestions += 1
                case nil: break
                }
            }
            files = reports.count
            filesWithDocuments = reports.count { !$0.documents.isEmpty }
            documents = reports.reduce(0) { $0 + $1.documents.count }
            (self.errors, self.warnings, self.notes) = (errors, warnings, notes)
            (self.fixable, self.suggestions) = (fixable, suggestions)
            suppressed = reports.reduce(0) { $0 + $1.suppressions.hidden }
        }
    }
}
