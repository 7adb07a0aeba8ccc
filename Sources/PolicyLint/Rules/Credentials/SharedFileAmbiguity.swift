/// A part of a shared file that one AWS tool reads differently from another.
enum SharedFileAmbiguity: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "shared-file-ambiguity", wing: .credentials, severity: .warning, kinds: .sharedFiles,
        fixes: [.preserving, .suggestion],
        references: [.documentation("https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for problem in file.problems {
            guard let message = Message.ambiguity(problem, context) else { continue }
            context.report(message, at: problem.span, fix: fix(problem, file, context), related: related(problem))
        }
    }

    private static func related(_ problem: SharedFile.Problem) -> [Diagnostic.Related] {
        switch problem.kind {
        case .twoDefaults(let first), .respeltSection(let first): [.init("the other section", at: first)]
        default: []
        }
    }

    private static func fix(_ problem: SharedFile.Problem, _ file: SharedFile, _ context: RuleContext) -> Fix? {
        let span = problem.span
        switch problem.kind {
        case .byteOrderMark: return Fix("remove the byte order mark", .preserving, [.deletion(span)])
        case .colonSeparator:
            let properties = file.sections.lazy.flatMap(\.properties)
            guard let property = properties.last(where: { $0.span.start < span.start }),
                file.isOnlyMention(property.name.value, at: property.name.span, in: context.text)
            else { return nil }
            let before = context.text.bytes[Int(span.start) - 1]
            return Fix("write `=`", .preserving, [TextEdit(replacing: span, with: before.isBlank ? "=" : " =")])
        case .paddedHeader(let correction):
            guard let section = file.section(at: span), file.isOnlySection(section) else { return nil }
            return Fix("remove the blanks", .preserving, [TextEdit(replacing: span, with: correction)])
        case .indentedFirstLine: return unindent(span, file, context)
        case .configparserDefault:
            guard file.profile("default") == nil else { return nil }
            let edit = TextEdit(replacing: span, with: "default")
            return Fix("make it the default profile, if that is what it is", .suggestion, [edit])
        default: return nil
        }
    }

    /// Moves the header and all settings of the section to the left margin; what is nested stays
    /// indented. The header behind it comes along, or it would continue the last value.
    private static func unindent(_ span: SourceSpan, _ file: SharedFile, _ context: RuleContext) -> Fix? {
        guard let section = file.section(at: span) else { return nil }
        let editing = context.sharedFileEditing
        let next = file.sections.first { $0.span.start > span.start }
        let starts = [section.span.start] + section.properties.map(\.span.start) + (next.map { [$0.span.start] } ?? [])
        let edits = Set(starts).sorted().compactMap { editing.removeIndentation(before: Int($0)) }
        return edits.isEmpty ? nil : Fix("move the section to the left margin", .preserving, edits)
    }
}

extension Message {
    /// What is ambiguous; nil where the problem is another rule's.
    fileprivate static func ambiguity(_ problem: SharedFile.Problem, _ context: RuleContext) -> Message? {
        let words = "`[\(context.text[problem.span])]`"
        return switch problem.kind {
        case .byteOrderMark:
            Message(
                "the file begins with a byte order mark, for which the AWS CLI refuses it",
                help: "save it as UTF-8 without BOM", severity: .error)
        case .colonSeparator:
            Message("the AWS CLI takes `:` between name and value, the SDKs do not", help: "write `name = value`")
        case .nestedEmptyName:
            Message(
                "the AWS CLI accepts a nested setting without a name, the SDKs refuse the file for it",
                help: "write `name = value`, or remove the line")
        case .indentedFirstLine:
            Message(
                "the AWS CLI reads this indented line, the SDKs refuse the file for it",
                help: "begin sections and settings at the left margin")
        case .paddedHeader:
            Message(
                "the AWS CLI ignores \(words) for the blanks inside its brackets, the SDKs read it",
                help: "write the header without them; if another section has that name, keep one of the two")
        case .bracketBehindHeader:
            Message(
                "the AWS CLI takes this bracket for the end of the section's name",
                help: "put the comment on a line of its own")
        case .nameOnlyCLIReads:
            Message(
                "the AWS CLI reads \(words), the SDKs ignore it for the characters in its name",
                help: "use letters, digits and `- _ / . % @ : +`")
        case .configparserDefault:
            Message(
                "the AWS CLI copies the settings of `[DEFAULT]` into every section, the SDKs do not read them as the default profile",
                help: "the default profile is `[default]`, in small letters")
        case .twoDefaults:
            Message(
                "with both `[default]` and `[profile default]`, the AWS CLI takes the later one, the SDKs `[profile default]`",
                help: "keep `[default]` alone")
        case .respeltSection:
            Message(
                "\(words) names an earlier section again: the AWS CLI takes the later one alone, the SDKs merge the two",
                help: "keep one section and move all settings into it")
        case .unparsable, .emptyName, .propertyOutsideSection, .unclosedSection, .nestedWithoutEquals, .invalidEncoding,
            .duplicateSection, .duplicateProperty, .inlineComment, .continuationLine, .exportPrefix, .quotedValue,
            .ignoredSection:
            nil
        }
    }
}
