/// A step of `apply.sh`: commands that run where a person says yes to them.
public struct CorrectionStep: Sendable {
    /// The order of the steps: what adds protection goes before what takes permissions away, so that nobody is
    /// locked out.
    enum Stage: Int, CaseIterable, Sendable {
        /// Settings of the account and its buckets, which take nothing from anybody.
        case protection
        /// What the users need to sign in, to have MFA and to assume their role.
        case signIn
        /// Who may assume a role.
        case trust
        /// What policies allow.
        case permissions
        /// The blocks of public access, behind which S3 takes no policy that lets everyone in.
        case publicAccess
        /// What users had before they had a role.
        case farewell
    }

    /// A name for the step, which others may go after.
    let id: String
    /// When it comes.
    let stage: Stage
    /// What it does: an imperative, lower-case start, no final period.
    public let title: String
    /// The lines of the checklist that it closes.
    public internal(set) var closes: [ChecklistLine]
    /// The lines that a later step closes, which goes after this one.
    let prepares: [ChecklistLine]
    /// What might break, as a sentence; nil where nothing does.
    let caution: String?
    /// The commands of the AWS CLI, one a line, as a POSIX shell takes them.
    var commands: [String]
    /// The documents that the commands hand over.
    let files: [CorrectionFile]
    /// The documents that the commands write over or delete.
    let replaces: [Replacement]
    /// The user from whom the step takes rights; nil where it takes none from one alone.
    let takesFrom: String?
    /// The users who must have an MFA device first.
    let mfaUsers: [String]
    /// The steps that must be done first, by their ids; those that are not there count as done.
    let after: [String]

    init(
        id: String, stage: Stage, title: String, closes: [ChecklistLine] = [],
        prepares: [ChecklistLine] = [], caution: String? = nil, commands: [String], files: [CorrectionFile] = [],
        replaces: [Replacement] = [], takesFrom: String? = nil, mfaUsers: [String] = [], after: [String] = []
    ) {
        self.id = id
        self.stage = stage
        self.title = title
        self.closes = closes
        self.prepares = prepares
        self.caution = caution
        self.commands = commands
        self.files = files
        self.replaces = replaces
        self.takesFrom = takesFrom
        self.mfaUsers = mfaUsers
        self.after = after
    }

    /// Whether every text of it stays on its line: names come from an export, which anybody may have written.
    var isPlain: Bool {
        let texts =
            [id, title, caution ?? ""] + mfaUsers + commands + replaces.map(\.reading)
            + (closes + prepares).compactMap(\.subject.name)
        return texts.allSatisfy { text in text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
    }

    /// A command of the AWS CLI with its options, whose values are quoted where they must be.
    static func command(
        _ service: String, _ operation: String, _ options: KeyValuePairs<String, String>
    ) -> String {
        (["aws", service, operation] + options.map { ShellWord.option($0, $1) }).joined(separator: " ")
    }
}

/// A file that `--fix` writes.
public struct CorrectionFile: Sendable {
    /// Its path in the directory that is written.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]
    /// Whether it is a program.
    public let isExecutable: Bool

    init(_ path: String, _ text: String, isExecutable: Bool = false) {
        self.init(path, Array(text.utf8), isExecutable: isExecutable)
    }

    init(_ path: String, _ bytes: [UInt8], isExecutable: Bool = false) {
        self.path = path
        self.bytes = bytes
        self.isExecutable = isExecutable
    }

    /// A folder and names, any names, as the path of a document.
    static func path(_ folder: String, _ names: String...) -> String {
        let parts = names.map { name in
            let encoded = PercentEncoding.encode(name)
            return encoded.hasPrefix(".") ? "%2E" + encoded.dropFirst() : encoded
        }
        return ([folder] + parts).joined(separator: "/") + ".json"
    }
}
