/// The typed AST of a shared credentials or config file, as the AWS CLI reads it, with everything on
/// which the AWS CLI and the SDKs differ.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>.
public struct SharedFile: Sendable {
    /// A section: `[default]`, `[profile dev]`, `[sso-session corp]`, ….
    public struct Section: Sendable {
        /// What the header makes of the section.
        public enum Role: Hashable, Sendable {
            case profile, ssoSession, services
            /// The header is none that this file gives a meaning to.
            case ignored
        }

        /// The header line's text between the brackets. For properties before the first header it is
        /// empty.
        public let header: Located<String>
        /// What the section is.
        public let role: Role
        /// The name of the profile, session or services section.
        public let name: String
        /// The properties, in their order; nested ones are inside their parent.
        public let properties: [Property]
        /// Whether the AWS CLI ignores the section for the blanks inside its brackets, as the SDKs do not.
        public let isPadded: Bool
        /// From the header's bracket to the end of the section's last property.
        public let span: SourceSpan

        /// The property of this name that holds: the last of those that most tools read. Names are compared without
        /// case.
        public func property(_ name: String) -> Property? {
            let named = properties.filter { $0.name.value.equalsIgnoringCase(name) }
            return named.last { $0.readers == .all } ?? named.last { $0.readers == .awsCLI } ?? named.last
        }

        /// Whether the section holds an access key, or a part of one.
        public var hasStaticKeys: Bool {
            property("aws_access_key_id") != nil || property("aws_secret_access_key") != nil
        }

        /// A section of these parts.
        public init(
            header: Located<String>, role: Role, name: String, properties: [Property], isPadded: Bool = false,
            span: SourceSpan
        ) {
            self.header = header
            self.role = role
            self.name = name
            self.properties = properties
            self.isPadded = isPadded
            self.span = span
        }
    }

    /// A property: `region = eu-central-1`.
    public struct Property: Sendable {
        /// Which tools read a line as the setting that it names.
        public enum Readers: Hashable, Sendable {
            case all
            /// It has `:` for `=`: the SDKs pass over it, or refuse the file.
            case awsCLI
            /// `export` stands before it.
            case none
        }

        /// The name as written, without `export`.
        public let name: Located<String>
        /// The value without the space around it, comments included as the AWS CLI takes them.
        public let value: Located<String>
        /// The value as its author meant it: without a comment behind it, and without quotes.
        public let meant: Located<String>
        /// The properties nested below (`s3 =`).
        public let nested: [Property]
        /// Which tools read it.
        public let readers: Readers
        /// From the first character to the last; with the lines that continue it.
        public let span: SourceSpan

        /// A property of these parts.
        public init(
            name: Located<String>, value: Located<String>, meant: Located<String>? = nil, nested: [Property] = [],
            readers: Readers = .all, span: SourceSpan
        ) {
            self.name = name
            self.value = value
            self.meant = meant ?? value
            self.nested = nested
            self.readers = readers
            self.span = span
        }
    }

    /// A line, or a pair of lines, that some or all tools refuse, or take differently.
    public struct Problem: Sendable {
        /// What is the matter.
        public enum Kind: Hashable, Sendable {
            /// A line that is neither section, property nor comment.
            case unparsable
            /// `= value`.
            case emptyName
            /// A property before the first section.
            case propertyOutsideSection
            /// A section header without its closing bracket.
            case unclosedSection
            /// A line below `s3 =` that has no `=`.
            case nestedWithoutEquals
            /// `= value` below `s3 =`: the AWS CLI accepts it, the SDKs do not.
            case nestedEmptyName
            /// Bytes that are not UTF-8: the AWS CLI refuses the file.
            case invalidEncoding
            /// A byte order mark: the AWS CLI refuses the file.
            case byteOrderMark
            /// The section's header repeats an earlier one, at `first`: the AWS CLI refuses the file,
            /// the SDKs merge the two.
            case duplicateSection(first: SourceSpan)
            /// Another spelling of the header of an earlier section: the AWS CLI takes the later
            /// section alone, the SDKs merge the two.
            case respeltSection(first: SourceSpan)
            /// The property repeats an earlier one of its section, at `first`: the AWS CLI refuses the
            /// file, the SDKs take the last that they read.
            case duplicateProperty(first: SourceSpan)
            /// Both `[default]` and `[profile default]`: the tools choose differently.
            case twoDefaults(first: SourceSpan)
            /// ` # …` or ` ; …` after a value: the AWS CLI keeps it, the SDKs strip it.
            case inlineComment
            /// `name : value`: the AWS CLI accepts it, the SDKs do not.
            case colonSeparator
            /// An indented line after a value, which becomes a part of that value.
            case continuationLine
            /// An indented line where no value precedes: the AWS CLI accepts it, the SDKs do not.
            case indentedFirstLine
            /// `export aws_…=`: a property of that strange name.
            case exportPrefix
            /// The value is in quotes, or has one at one of its ends, which become a part of it.
            case quotedValue
            /// `[DEFAULT]`, whose keys Python's configparser copies into every section.
            case configparserDefault
            /// A header with blanks inside its brackets: the AWS CLI ignores it, the SDKs do not.
            case paddedHeader(correction: String)
            /// A `]` in a comment behind a header: the AWS CLI takes the header up to there.
            case bracketBehindHeader
            /// A profile name with characters that the SDKs do not accept.
            case nameOnlyCLIReads
            /// A section that no tool reads, and the header that its author meant, where it is plain.
            case ignoredSection(SharedFileHeader.Misnomer, correction: String?)
        }

        /// What is the matter.
        public let kind: Kind
        /// Where.
        public let span: SourceSpan

        /// A problem at a place.
        public init(_ kind: Kind, at span: SourceSpan) {
            self.kind = kind
            self.span = span
        }
    }

    /// The sections in their order.
    public let sections: [Section]
    /// What is wrong or ambiguous, in the order of the text.
    public let problems: [Problem]

    /// A file of these sections.
    public init(sections: [Section], problems: [Problem]) {
        self.sections = sections
        self.problems = problems
    }

    /// The profiles.
    public var profiles: [Section] { sections.filter { $0.role == .profile } }

    /// The last profile of this name.
    public func profile(_ name: String) -> Section? { sections.last { $0.role == .profile && $0.name == name } }
}
