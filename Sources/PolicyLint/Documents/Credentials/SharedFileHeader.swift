/// What the header of a section says, and what it should have said.
///
/// Sources: <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>, and for the AWS CLI
/// botocore's `configloader.py` (`build_profile_map`).
public struct SharedFileHeader: Sendable {
    /// Why no tool reads a section.
    public enum Misnomer: Hashable, Sendable {
        /// `[profile x]` in the credentials file.
        case profilePrefixInCredentials
        /// `[sso-session x]` or `[services x]` in the credentials file.
        case configSectionInCredentials
        /// `[x]` in the config file.
        case missingProfilePrefix
        /// `[profile my name]` without quotes.
        case unquotedSpace
        /// A quote without its partner.
        case unbalancedQuote
        /// `[Profile x]`, `[sso_session x]`.
        case misspelt
    }

    /// What the section is.
    let role: SharedFile.Section.Role
    /// The name it gives.
    let name: String
    /// What is wrong with it.
    let problem: SharedFile.Problem.Kind?

    /// Whether blanks inside the brackets hide it from the AWS CLI.
    var isPadded: Bool { if case .paddedHeader = problem { true } else { false } }

    private init(_ role: SharedFile.Section.Role, _ name: String, _ problem: SharedFile.Problem.Kind? = nil) {
        self.role = role
        self.name = name
        self.problem = problem
    }

    /// Reads the text between the brackets.
    static func read(_ text: String, kind: DocumentKind) -> SharedFileHeader {
        let bytes = Array(text.utf8)
        let trimmed = bytes.string(TextLine.trim(0..<bytes.count, in: bytes))
        if trimmed == "DEFAULT" { return SharedFileHeader(.ignored, trimmed, .configparserDefault) }
        let plain = kind == .sharedConfig ? config(trimmed) : credentials(trimmed)
        if trimmed == text || plain.role == .ignored { return plain }
        // Trailing blanks matter to the AWS CLI only where the name is the whole header.
        if bytes[0].isBlank || kind == .sharedCredentials || trimmed == "default" {
            return SharedFileHeader(plain.role, plain.name, .paddedHeader(correction: trimmed))
        }
        return plain
    }

    private static func config(_ text: String) -> SharedFileHeader {
        if text == "default" { return SharedFileHeader(.profile, text) }
        guard let words = words(text) else {
            return SharedFileHeader(.ignored, text, .ignoredSection(.unbalancedQuote, correction: nil))
        }
        guard words.count > 1 else { return SharedFileHeader(.ignored, text) }
        let role: SharedFile.Section.Role? =
            switch words[0] {
            case "profile": .profile
            case "sso-session": .ssoSession
            case "services": .services
            default: nil
            }
        guard let role else {
            guard words.count == 2, let keyword = keywords[words[0].lowercased()] else {
                return SharedFileHeader(.ignored, text)
            }
            return SharedFileHeader(
                .ignored, words[1], .ignoredSection(.misspelt, correction: "\(keyword) \(words[1])"))
        }
        if words.count > 2 {
            let name = words.dropFirst().joined(separator: " ")
            let correction = name.utf8.contains(UInt8(ascii: "\"")) ? nil : "\(words[0]) \"\(name)\""
            return SharedFileHeader(.ignored, name, .ignoredSection(.unquotedSpace, correction: correction))
        }
        let isAccepted = words[1].utf8.allSatisfy { isNameCharacter($0) || $0.isBlank }
        return SharedFileHeader(role, words[1], isAccepted ? nil : .nameOnlyCLIReads)
    }

    private static func credentials(_ text: String) -> SharedFileHeader {
        if let words = words(text), words.count >= 2 {
            let name = words.dropFirst().joined(separator: " ")
            switch words[0] {
            case "profile":
                let isPlain = name.utf8.allSatisfy(isNameCharacter)
                return SharedFileHeader(
                    .ignored, name, .ignoredSection(.profilePrefixInCredentials, correction: isPlain ? name : nil))
            case "sso-session", "services":
                return SharedFileHeader(.ignored, name, .ignoredSection(.configSectionInCredentials, correction: nil))
            default: break
            }
        }
        return SharedFileHeader(.profile, text, text.utf8.allSatisfy(isNameCharacter) ? nil : .nameOnlyCLIReads)
    }

    /// Words that people write for the three that config headers begin with.
    private static let keywords = [
        "profile": "profile", "profiles": "profile", "sso-session": "sso-session", "sso_session": "sso-session",
        "ssosession": "sso-session", "sso-sessions": "sso-session", "service": "services", "services": "services",
    ]

    /// Sections of the config file that belong to the AWS CLI and no profile.
    static let reserved: Set<String> = ["plugins", "preview", "toplevel", "_path"]

    /// The characters of profile names that all SDKs accept; beyond ASCII nothing is said.
    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || "-_/.%@:+".utf8.contains(byte)
    }

    /// Splits a header as Python's `shlex` does; nil where a quote has no partner.
    private static func words(_ text: String) -> [String]? {
        var words: [String] = []
        var word: [UInt8]?
        var quote: UInt8?
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped {
                word = (word ?? []) + [byte]
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
                isEscaped = true
            } else if let open = quote {
                if byte == open { quote = nil } else { word = (word ?? []) + [byte] }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                word = word ?? []
            } else if byte.isBlank {
                if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
                word = nil
            } else {
                word = (word ?? []) + [byte]
            }
        }
        if quote != nil || isEscaped { return nil }
        if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
        return words
    }
}
