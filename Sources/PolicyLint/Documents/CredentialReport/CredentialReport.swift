/// The credential report of an account.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>.
public struct CredentialReport: Sendable {
    /// One row: the root user or an IAM user.
    public struct Row: Sendable {
        /// The cells by column name, in lower case.
        public let cells: [String: Located<String>]
        /// The whole row.
        public let span: SourceSpan

        /// A cell; nil where the report has no such column or the row is short.
        public subscript(column: String) -> Located<String>? { cells[column] }

        /// Whether it is the root user's row.
        public var isRoot: Bool { cells["user"]?.value == "<root_account>" }

        /// A cell that says `true` or `false`, in any case; nil for anything else (`N/A`,
        /// `not_supported`, …), which proves nothing.
        public func flag(_ column: String) -> Bool? {
            guard let text = cells[column]?.value else { return nil }
            return text.equalsIgnoringCase("true") ? true : text.equalsIgnoringCase("false") ? false : nil
        }

        /// A cell that holds a date; nil for `N/A`, `no_information` and the like.
        public func date(_ column: String) -> Timestamp? { cells[column].flatMap { Timestamp($0.value) } }

        /// A row of these cells.
        public init(cells: [String: Located<String>], span: SourceSpan) {
            self.cells = cells
            self.span = span
        }
    }

    /// The rows in their order, the header left out.
    public let rows: [Row]
    /// When the report was made, where the answer of `get-credential-report` says so.
    public let generatedTime: Timestamp?

    /// A report of these rows.
    public init(rows: [Row], generatedTime: Timestamp?) {
        self.rows = rows
        self.generatedTime = generatedTime
    }
}
