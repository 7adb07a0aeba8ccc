/// One document to lint: what it is, its typed content, its text, and what the file says about whose
/// it is.
///
/// A class, because every rule looks at it and it never changes.
public final class Document: Sendable {
    /// What kind of document it is.
    public let kind: DocumentKind
    /// The typed content.
    public let content: DocumentContent
    /// The text that all spans of `content` count in.
    public let text: SourceText
    /// The part of `text` that is the document itself.
    public let span: SourceSpan
    /// Where it stands in its file: a JSON pointer (RFC 6901), empty for the whole file.
    public let pointer: String
    /// Whose document it is, as far as the file says.
    public let owner: Owner
    /// What is odd about the JSON of the document.
    public let oddities: [JSONOddity]

    /// Whether a key stands twice in an object of the document.
    var repeatsKeys: Bool { oddities.contains { if case .duplicateKey = $0.kind { true } else { false } } }

    /// A document of this content.
    public init(
        kind: DocumentKind, content: DocumentContent, text: SourceText, span: SourceSpan, pointer: String = "",
        owner: Owner = Owner(), oddities: [JSONOddity] = []
    ) {
        self.oddities = oddities
        self.kind = kind
        self.content = content
        self.text = text
        self.span = span
        self.pointer = pointer
        self.owner = owner
    }

    /// Whether the text could be read as a document.
    public var isReadable: Bool { if case .unreadable = content { false } else { true } }

    /// Why the text could not be read, at its place in the file; nil where it could.
    var reasonInFile: UnreadableText? {
        guard case .unreadable(let reason) = content else { return nil }
        return UnreadableText(reason.message, help: reason.help, at: text.fileSpan(reason.span))
    }

    /// The document alone, as the AWS CLI takes it in `--policy-document file://…`.
    public var bareBytes: [UInt8] { Array(text.bytes[span.range.clamped(to: 0..<text.bytes.count)]) }
}

/// The typed content of each kind of document, in a box, because it is large and every rule looks at it.
public indirect enum DocumentContent: Sendable {
    case policy(Policy)
    case sharedFile(SharedFile)
    case credentials(CredentialsList)
    case credentialReport(CredentialReport)
    case accountSummary(AccountSummary)
    case virtualMFADevices(VirtualMFADevices)
    case callerIdentity(CallerIdentity)
    case accountPrincipal(AccountPrincipal)
    case bucketVersioning(BucketVersioning)
    /// Evidence about an account, for which no rule is.
    case accountAnswer(AccountAnswer)
    /// The text could not be read as a document of its kind.
    case unreadable(UnreadableText)
}

/// Why a text could not be read, and where.
public struct UnreadableText: Hashable, Sendable {
    /// What is wrong: lower-case start, no final period.
    public let message: String
    /// What to do.
    public let help: String?
    /// The place in the document's text.
    public let span: SourceSpan

    /// A reason at a place.
    public init(_ message: String, help: String? = nil, at span: SourceSpan) {
        self.message = message
        self.help = help
        self.span = span
    }
}

/// Whose document it is. What the file does not say is nil.
public struct Owner: Hashable, Sendable {
    /// The kinds of owner that a policy can have.
    public enum Kind: Hashable, Sendable {
        case user, group, role, managedPolicy, bucket, queue, topic, key, repository, function, secret, vpcEndpoint
        case organizationPolicy
    }

    /// What it is attached to.
    public var kind: Kind?
    /// The owner's name: a role name, a bucket name, a queue URL, a policy id.
    public var name: String?
    /// The owner's ARN.
    public var arn: AmazonResourceName?
    /// The name of an inline policy.
    public var policyName: String?
    /// The twelve digits of the owner's account.
    public var accountID: String?
    /// Whether the document is the version of a managed policy that is in force, where the file says it.
    public var isDefaultVersion: Bool?

    /// Whether only those who come through a VPC reach the resource, where the file says it.
    public var isReachedThroughVPCOnly = false

    /// An owner of which this is known.
    public init(
        kind: Kind? = nil, name: String? = nil, arn: AmazonResourceName? = nil, policyName: String? = nil,
        accountID: String? = nil
    ) {
        self.kind = kind
        self.name = name
        self.arn = arn
        self.policyName = policyName
        self.accountID = accountID ?? arn.flatMap { $0.account.isEmpty ? nil : $0.account }
    }

    /// The owner's ARN or name, and the name of an inline policy; nil where the file says neither.
    var fullName: String? {
        let names = [arn?.description ?? name, policyName].compactMap(\.self)
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// The name of the role that it is; nil where the file names none.
    var roleName: String? { kind == .role ? name ?? arn.map { String($0.typeAndName.name) } : nil }

    /// The same where nothing shows what it is, so that its name does not say whose it is.
    var ofUnknownKind: Owner { Owner(arn: arn, policyName: policyName, accountID: accountID) }
}
