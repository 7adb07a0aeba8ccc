/// The forms in which a report can be written. The raw value is the form's name on the command line.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    /// For people: each finding with the lines it is about, the help, and the fix as a diff.
    case full
    /// One line a finding.
    case concise
    /// For programs: see `docs/json-format.md`.
    case json
    /// SARIF 2.1.0, for code scanning and editors.
    case sarif
    /// Workflow commands that GitHub Actions turns into annotations.
    case github
    /// A report of GitLab's Code Quality.
    case gitlab
    /// The answer of `aws accessanalyzer validate-policy`: see `docs/json-format.md`.
    case accessAnalyzer = "access-analyzer"

    /// Writes a report in this form.
    public func write(_ report: Report, to sink: inout some ByteSink, options: ReportOptions = ReportOptions()) {
        switch self {
        case .full: FullReport.write(report, to: &sink, options: options)
        case .concise: ConciseReport.write(report, to: &sink, options: options)
        case .json: JSONReport.write(report, to: &sink)
        case .sarif: SARIFReport.write(report, to: &sink, options: options)
        case .github: GitHubReport.write(report, to: &sink, options: options)
        case .gitlab: GitLabReport.write(report, to: &sink, options: options)
        case .accessAnalyzer: AccessAnalyzerReport.write(report, to: &sink)
        }
    }

    /// What to tell a person where this form cannot hold everything that was found; nil where it
    /// can.
    public func limitation(of report: Report) -> String? {
        switch self {
        case .full, .concise, .json, .github, .gitlab: nil
        case .sarif: SARIFReport.limitation(of: report)
        case .accessAnalyzer: AccessAnalyzerReport.limitation(of: report)
        }
    }
}

/// How a report looks.
public struct ReportOptions: Hashable, Sendable {
    /// Whether to colour with ANSI escape sequences.
    public var color: Bool
    /// Number of cells in a line of the terminal.
    public var width: Int
    /// Where files lie in their repository, from whose root GitHub reads their names; nil where they lie in none.
    public var repository: FilePlaces?

    /// Without colour, 120 cells wide, files named as a person named them, unless told otherwise.
    public init(color: Bool = false, width: Int = 120, repository: FilePlaces? = nil) {
        self.color = color
        self.width = width
        self.repository = repository
    }

    /// A file's name as GitHub reads it.
    func repositoryPath(of name: String) -> String { repository?.path(of: name) ?? name }
}
