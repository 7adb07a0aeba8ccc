/// What a repaired line would meet: settings and sections that stand in a file already.
extension SharedFile {
    /// Whether the line at `place` alone names a setting, in its section and in others of the same name: no line that
    /// tools read does, and none that waits for its own repair. Only then does a repair leave every value that is in
    /// force where it is.
    func isOnlyMention(_ name: String, at place: SourceSpan, in text: SourceText) -> Bool {
        guard let home = section(at: place), !isDefaultOfAll(home) else { return false }
        let namesakes = sections.filter {
            $0.header.span == home.header.span || isNamesake($0, of: home) || isDefaultOfAll($0)
        }
        let isSet = namesakes.flatMap(\.properties).contains {
            $0.name.value.equalsIgnoringCase(name) && $0.name.span != place
        }
        let isSwallowed = problems.contains { problem in
            problem.kind == .continuationLine && problem.span != place
                && namesakes.contains { $0.span.overlaps(problem.span) }
                && Self.settingName(of: text[problem.span]).equalsIgnoringCase(name)
        }
        return !isSet && !isSwallowed
    }

    /// Whether no other section has the role and name of this one.
    func isOnlySection(_ section: Section) -> Bool {
        !sections.contains { $0.header.span != section.header.span && isNamesake($0, of: section) }
    }

    /// Whether the header in a swallowed line is that of no other section, nor of another line that waits for its
    /// repair.
    func isOnlyHeader(_ line: SourceSpan, in text: SourceText, kind: DocumentKind) -> Bool {
        let meant = SharedFileHeader.read(header(in: line, text), kind: kind)
        guard meant.role != .ignored || meant.name != "DEFAULT" else { return false }
        // An ignored section may be renamed to what it means.
        let isTaken = sections.contains { ($0.role == meant.role || $0.role == .ignored) && $0.name == meant.name }
        return !isTaken
            && !problems.contains { problem in
                problem.kind == .continuationLine && problem.span != line
                    && header(in: problem.span, text) == header(in: line, text)
            }
    }

    /// Whether one of the lines that continue the values of a section is a header.
    func swallowsHeader(_ section: Section, in text: SourceText) -> Bool {
        problems.contains {
            $0.kind == .continuationLine && $0.span.overlaps(section.span) && text[$0.span].hasPrefix("[")
        }
    }

    /// The section that a place is in.
    func section(at place: SourceSpan) -> Section? { sections.last { $0.span.start <= place.start } }

    /// The name that a swallowed line would set, without `export`; empty where there is none.
    static func settingName(of line: String) -> String {
        String(line.prefix { $0 != "=" && $0 != ":" }.split(whereSeparator: \.isWhitespace).last ?? "")
    }

    private func header(in line: SourceSpan, _ text: SourceText) -> String {
        String(text[line].drop { $0 == "[" }.prefix { $0 != "]" })
    }

    /// Whether the AWS CLI copies the section's settings into every other.
    private func isDefaultOfAll(_ section: Section) -> Bool { section.role == .ignored && section.name == "DEFAULT" }

    private func isNamesake(_ one: Section, of other: Section) -> Bool {
        one.role != .ignored && one.role == other.role && one.name == other.name
    }
}
