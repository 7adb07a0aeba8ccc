/// One line of the checklist: what the export says of one control and one subject.
public struct ChecklistLine: Hashable, Sendable {
    /// What a line says.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// It is proven to be as it should.
        case pass
        /// It is proven not to be.
        case open
        /// The export tells too little.
        case cannotTell = "cannot-tell"
    }

    /// The id of the control.
    public let control: String
    /// What the line is about.
    public let subject: Subject
    /// What was found.
    public let outcome: Outcome
    /// What was found, in words: lower-case start, no final period.
    public let says: String
    /// What it rests on.
    public let evidence: [Evidence]
    /// What to do; nil where nothing is left to do.
    public let next: String?
    /// The command of the AWS CLI that does it, with capitals where only a person knows a value.
    public let command: String?

    init(
        control: String, subject: Subject, outcome: Outcome, says: String, evidence: [Evidence] = [],
        next: String? = nil, command: String? = nil
    ) {
        self.control = control
        self.subject = subject
        self.outcome = outcome
        self.says = says
        self.evidence = evidence
        self.next = next
        self.command = command
    }
}

/// A line that does not pass, and that somebody accepted.
public struct AcceptedLine: Hashable, Sendable {
    /// The line.
    public let line: ChecklistLine
    /// What accepts it, and why.
    public let acceptance: Acceptance
}

/// What a line of the checklist is about.
public enum Subject: Hashable, Sendable {
    case account
    case root
    case user(String)
    case group(String)
    case role(String)
    case policy(String)
    case bucket(String)
    case budget(String)
    case region(String)
    case trail(String)

    /// The sort of thing, as programs read it.
    public var sort: String {
        switch self {
        case .account: "account"
        case .root: "root"
        case .user: "user"
        case .group: "group"
        case .role: "role"
        case .policy: "policy"
        case .bucket: "bucket"
        case .budget: "budget"
        case .region: "region"
        case .trail: "trail"
        }
    }

    /// The thing in words: `bucket amzn-s3-demo-bucket`, `root`.
    public var words: String { name.map { "\(sort) \($0)" } ?? sort }

    /// The thing's name; nil where there is only one.
    public var name: String? {
        switch self {
        case .account, .root: nil
        case .user(let name), .group(let name), .role(let name), .policy(let name), .bucket(let name),
            .budget(let name), .region(let name), .trail(let name):
            name
        }
    }
}
