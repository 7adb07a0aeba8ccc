/// A user or a role of an account, with all the policies that say what it may do, as the answer of
/// `aws iam get-account-authorization-details` has them.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html>.
public struct AccountPrincipal: Sendable {
    /// Users and roles; a group is none: it asks for nothing by itself.
    public enum Kind: String, Sendable {
        case user, role
    }

    /// A group of a user.
    public struct Group: Sendable {
        /// Its name.
        public let name: String
        /// Its ARN.
        public let arn: AmazonResourceName?
        /// Its own policies, and those that are attached to it.
        public let policies: [AttachedPolicy]
    }

    /// Whether it is a user or a role.
    public let kind: Kind
    /// `UserName` or `RoleName`.
    public let name: Located<String>?
    /// `Arn`.
    public let arn: Located<String>?
    /// Its own policies, those that are attached to it, and those of its groups.
    public let policies: [AttachedPolicy]
    /// The groups of a user that the export has.
    public let groups: [Group]
    /// Whether it is in a group that the export does not have, as where the answer is cut off.
    public let hasUnknownGroup: Bool
    /// The policy that is its permissions boundary.
    public let boundary: AttachedPolicy?
}

/// A policy as it is attached to a user, group or role.
public struct AttachedPolicy: Sendable {
    /// Where its text is.
    enum Content: Sendable {
        /// In the user, group or role itself.
        case inline(Reading)
        /// Among the managed policies, by its ARN.
        case managed(arn: String, ExportLibrary)
        /// Nowhere: what stands in its place is no policy.
        case unreadable
    }

    /// A policy that was read, and the text in which its spans count.
    public struct Reading: Sendable {
        /// The policy.
        public let policy: Policy
        /// The text.
        public let text: SourceText
    }

    /// `PolicyName`; of a boundary, the last part of its ARN.
    public let name: String
    /// The group by which a user has it.
    public let group: String?
    /// Where its text is.
    let content: Content

    /// Its ARN, if it is a managed policy.
    public var arn: String? { if case .managed(let arn, _) = content { arn } else { nil } }

    /// Reads the policy; nil where the export does not have it.
    public func read() -> Reading? {
        switch content {
        case .inline(let reading): reading
        case .managed(let arn, let library): library.managedPolicy(arn)
        case .unreadable: nil
        }
    }

    /// What `make` says of the policy; nil where the export does not have it. Of a managed policy it is
    /// asked once for all who have the policy.
    func noted<Note: Sendable>(_ make: (Policy) -> Note) -> Note? {
        switch content {
        case .inline(let reading): make(reading.policy)
        case .managed(let arn, let library): library.note(on: arn, make)
        case .unreadable: nil
        }
    }
}
