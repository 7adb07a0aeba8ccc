/// What an answer that lists users, groups, roles or policies says of itself: which lists it holds, and
/// whether it is whole.
public struct IAMExport: Sendable {
    /// A list of the answer.
    public struct List: Sendable {
        /// Its name: `UserDetailList`, `Roles`, ….
        public let name: String
        /// Number of its elements.
        public let count: Int
        /// The array.
        public let span: SourceSpan
    }

    /// The lists.
    public let lists: [List]
    /// Whether the answer says that it goes on in another page.
    public let isTruncated: Bool
    /// Whether it is the answer of `get-account-authorization-details`, which `--filter` thins out: a list that
    /// is empty there may have been left out.
    public var isAuthorizationDetails: Bool { lists.contains { $0.name.hasSuffix("DetailList") } }
}
