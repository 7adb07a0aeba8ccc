/// The typed AST of a shared credentials or config file, with everything on which the AWS CLI and the
/// SDKs read it differently.
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

        /// The header line's text between the brackets.
        public let header: Located<String>
        /// What the section is.
        public let role: Role
        /// The name of the profile, session or services section.
        public let name: String
        /// The properties, in their order; nested ones are inside their parent.
        public let properties: [Property]
        /// From the header's bracket to the end of the section's last line.
        public let span: SourceSpan

        /// The last property of this name; names are compared without case.
        public func property(_ name: String) -> Property? {
            properties.last { $0.name.value.equalsIgnoringCase(name) }
        }

        /// A section of these parts.
        public init(header: Located<String>, role: Role, name: String, properties: [Property], span: SourceSpan) {
            self.header = header
            self.role = role
            self.name = name
            self.properties = properties
            self.span = span
        }
    }

    /// A property: `region = eu-central-1`.
    public struct Property: Sendable {
        /// The name as written.
        public let name: Located<String>
        /// The value without the space around it, comments included as the AWS CLI takes them.
        public let value: Located<String>
        /// The properties nested below (`s3 =`).
        public let nested: [Property]
        /// The whole line or lines, without the line break.
        public let span: SourceSpan

        /// A property of these parts.
        public init(name: Located<String>, value: Located<String>, nested: [Property] = [], span: SourceSpan) {
            self.name = name
            self.value = value
            self.nested = nested
            self.span = span
        }
    }

    /// A line, or a pair of lines, that some or all tools refuse, or take differently.
    public struct Problem: Sendable {
        /// What is the matter.
        public enum Kind: Hashable, Sendable {
            /// A line that is neither section, property nor comment.
            case unparsable
            /// A property before the first section.
            case propertyOutsideSection
            /// A section header without its closing bracket.
            case unclosedSection
            /// The section's header repeats an earlier one, at `first`.
            case duplicateSection(first: SourceSpan)
            /// The property repeats an earlier one of its section, at `first`.
            case duplicateProperty(first: SourceSpan)
            /// ` # …` or ` ; …` after a value: the AWS CLI keeps it, the SDKs strip it.
            case inlineComment
            /// `name : value`: the AWS CLI accepts it, the SDKs refuse it.
            case colonSeparator
            /// An indented line after a value that the AWS CLI makes a part of that value.
            case continuationLine
            /// A byte order mark: the AWS CLI refuses the file.
            case byteOrderMark
            /// `export aws_…=`: a key of that strange name.
            case exportPrefix
            /// `[DEFAULT]`, whose keys Python's configparser copies into every section.
            case configparserDefault
            /// The value is in quotes, which become a part of it.
            case quotedValue
            /// Both `[default]` and `[profile default]`: the tools choose differently.
            case twoDefaults(first: SourceSpan)
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
}
