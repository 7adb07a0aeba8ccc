/// Reads a shared credentials or config file line by line, as the AWS CLI does (Python's
/// `configparser`, then botocore's `configloader.py`), and notes where the SDKs differ.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>; the differences are
/// those of AWS's own conformance tests for the SDKs (`profile-parser-tests.json` in smithy-rs).
struct SharedFileReader {
    private let bytes: [UInt8]
    private let kind: DocumentKind
    private var sections: [SharedFile.Section] = []
    private var problems: [SharedFile.Problem] = []
    private var section: OpenSection?
    private var property: OpenProperty?
    private var indentation = 0

    /// The document in a text.
    static func document(_ text: SourceText, kind: DocumentKind) -> Document {
        var reader = SharedFileReader(bytes: text.bytes, kind: kind)
        reader.readAll()
        let file = SharedFile(sections: reader.sections, problems: reader.problems.sorted { $0.span < $1.span })
        return Document(kind: kind, content: .sharedFile(file), text: text, span: SourceSpan(0, text.bytes.count))
    }

    private init(bytes: [UInt8], kind: DocumentKind) {
        self.bytes = bytes
        self.kind = kind
    }

    private struct OpenSection {
        let header: Located<String>
        let reading: SharedFileHeader
        let start: Int
        var end: Int
        var properties: [SharedFile.Property] = []
    }

    private struct OpenProperty {
        let name: Located<String>
        let value: Located<String>
        let meant: Located<String>
        let readers: SharedFile.Property.Readers
        let start: Int
        var end: Int
        var nested: [SharedFile.Property] = []
    }

    private mutating func readAll() {
        var start = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
            note(.byteOrderMark, 0..<3)
        }
        if let offset = UTF8Validation.firstInvalid(in: bytes) { note(.invalidEncoding, offset..<offset + 1) }
        for line in TextLine.lines(of: bytes, from: start) { read(line) }
        closeSection()
    }

    private mutating func read(_ line: TextLine) {
        let content = line.content(in: bytes)
        guard let first = content.first, !bytes[first].beginsComment else { return }
        let indent = content.lowerBound - line.start
        if section != nil, property != nil, indent > indentation {
            readContinuation(content)
            return
        }
        indentation = indent
        if indent > 0, section?.properties.isEmpty ?? true, property == nil { note(.indentedFirstLine, content) }
        if bytes[first] == UInt8(ascii: "[") { readHeader(content) } else { readProperty(content) }
    }

    private mutating func note(_ kind: SharedFile.Problem.Kind, _ range: Range<Int>) {
        problems.append(SharedFile.Problem(kind, at: SourceSpan(range)))
    }

    // MARK: Sections

    private mutating func readHeader(_ content: Range<Int>) {
        closeSection()
        let start = content.lowerBound
        let closing = bytes[content].firstIndex(of: UInt8(ascii: "]"))
        if closing == nil { note(.unclosedSection, content) }
        let end = closing ?? content.upperBound
        if closing == start + 1 {
            note(.unparsable, content)
        } else if let closing, let other = bytes[(closing + 1)..<content.upperBound].lastIndex(of: UInt8(ascii: "]")) {
            note(.bracketBehindHeader, other..<other + 1)
        }
        let header = Located(bytes.string(start + 1..<end), at: SourceSpan(start + 1, end))
        let reading = SharedFileHeader.read(header.value, kind: kind)
        if let problem = reading.problem, closing != nil { note(problem, start + 1..<end) }
        section = OpenSection(header: header, reading: reading, start: start, end: closing.map { $0 + 1 } ?? end)
        if closing != nil { noteRepetition(header, reading) }
    }

    private mutating func noteRepetition(_ header: Located<String>, _ reading: SharedFileHeader) {
        if let first = sections.first(where: { $0.header.value == header.value && !$0.header.span.isEmpty }) {
            note(.duplicateSection(first: first.header.span), header.span.range)
        } else if reading.role != .ignored, !reading.isPadded,
            let first = sections.first(where: { $0.role == reading.role && $0.name == reading.name && !$0.isPadded })
        {
            let isDefault = reading.role == .profile && reading.name == "default"
            note(
                isDefault ? .twoDefaults(first: first.header.span) : .respeltSection(first: first.header.span),
                header.span.range)
        }
    }

    private mutating func closeSection() {
        closeProperty()
        guard let open = section else { return }
        section = nil
        if kind == .sharedConfig, open.reading.role == .ignored, open.reading.problem == nil, !open.header.value.isEmpty
        {
            noteMissingPrefix(open)
        }
        sections.append(
            SharedFile.Section(
                header: open.header, role: open.reading.role, name: open.reading.name, properties: open.properties,
                isPadded: open.reading.isPadded, span: SourceSpan(open.start, open.end)))
    }

    /// A section of the config file that is none of AWS's is ours only where it holds a profile's
    /// settings.
    private mutating func noteMissingPrefix(_ open: OpenSection) {
        guard !SharedFileHeader.reserved.contains(open.header.value),
            open.properties.contains(where: { SharedFileNames.profile.contains($0.name.value.lowercased()) })
        else { return }
        let name = open.reading.name
        let isPlain = !name.utf8.contains { $0.isBlank || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let isDefault = name.equalsIgnoringCase("default")
        let correction = isDefault ? "default" : isPlain ? "profile \(name)" : "profile \"\(name)\""
        note(.ignoredSection(.missingProfilePrefix, correction: correction), open.header.span.range)
    }

    // MARK: Properties

    private mutating func readProperty(_ content: Range<Int>) {
        if section == nil { openNamelessSection(content) }
        let delimiter = bytes[content].firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
        guard let delimiter else {
            note(.unparsable, content)
            return
        }
        var name = TextLine.trim(content.lowerBound..<delimiter, in: bytes)
        let value = TextLine.trim(delimiter + 1..<content.upperBound, in: bytes)
        if name.isEmpty {
            note(.emptyName, content)
            return
        }
        closeProperty()
        let written = name
        var readers = SharedFile.Property.Readers.all
        if bytes[delimiter] == UInt8(ascii: ":") {
            note(.colonSeparator, delimiter..<delimiter + 1)
            readers = .awsCLI
        }
        let export = Array("export".utf8)
        if bytes[name].starts(with: export), name.count > export.count, bytes[name.lowerBound + export.count].isBlank {
            let rest = TextLine.trim(name.lowerBound + export.count..<name.upperBound, in: bytes)
            note(.exportPrefix, name.lowerBound..<name.lowerBound + export.count)
            name = rest
            readers = .none
        }
        let located = Located(bytes.string(name), at: SourceSpan(name))
        // With `export` before it, it is another setting.
        let whole = bytes.string(written)
        if let first = section?.properties.first(where: { writtenName($0).equalsIgnoringCase(whole) }) {
            note(.duplicateProperty(first: first.name.span), name)
        }
        let meant = meantPart(of: value, name: located.value)
        property = OpenProperty(
            name: located, value: Located(bytes.string(value), at: SourceSpan(value)),
            meant: Located(bytes.string(meant), at: SourceSpan(meant)), readers: readers, start: content.lowerBound,
            end: content.upperBound)
    }

    /// The name of a property as the AWS CLI reads it, `export` included.
    private func writtenName(_ property: SharedFile.Property) -> String {
        bytes.string(Int(property.span.start)..<Int(property.name.span.end))
    }

    private mutating func openNamelessSection(_ content: Range<Int>) {
        note(.propertyOutsideSection, content)
        let header = Located("", at: .at(content.lowerBound))
        section = OpenSection(
            header: header, reading: .read("", kind: .sharedConfig), start: content.lowerBound, end: content.upperBound)
    }

    /// The value without a comment behind it and without quotes around it.
    private mutating func meantPart(of value: Range<Int>, name: String) -> Range<Int> {
        var meant = value
        let comment = value.first { index in
            bytes[index].beginsComment && (index > value.lowerBound ? bytes[index - 1].isBlank : false)
        }
        if let comment {
            note(.inlineComment, comment..<value.upperBound)
            meant = TextLine.trim(value.lowerBound..<comment, in: bytes)
        }
        guard SharedFileNames.isNeverQuoted(name), meant.count >= 2 else { return meant }
        let (first, last) = (meant.lowerBound, meant.upperBound - 1)
        switch (isQuote(bytes[first]), isQuote(bytes[last])) {
        case (true, true) where bytes[first] == bytes[last]:
            note(.quotedValue, meant)
            return first + 1..<last
        case (true, false):
            note(.quotedValue, first..<first + 1)
            return first + 1..<meant.upperBound
        case (false, true):
            note(.quotedValue, last..<meant.upperBound)
            return first..<last
        case (true, true), (false, false): return meant
        }
    }

    private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private mutating func readContinuation(_ content: Range<Int>) {
        property?.end = content.upperBound
        guard property?.value.value.isEmpty ?? false else {
            note(.continuationLine, content)
            return
        }
        guard let delimiter = bytes[content].firstIndex(of: UInt8(ascii: "=")) else {
            note(.nestedWithoutEquals, content)
            return
        }
        let name = TextLine.trim(content.lowerBound..<delimiter, in: bytes)
        if name.isEmpty { note(.nestedEmptyName, content) }
        let value = TextLine.trim(delimiter + 1..<content.upperBound, in: bytes)
        property?.nested.append(
            SharedFile.Property(
                name: Located(bytes.string(name), at: SourceSpan(name)),
                value: Located(bytes.string(value), at: SourceSpan(value)), span: SourceSpan(content)))
    }

    private mutating func closeProperty() {
        guard let open = property else { return }
        property = nil
        section?.end = open.end
        section?.properties.append(
            SharedFile.Property(
                name: open.name, value: open.value, meant: open.meant, nested: open.nested, readers: open.readers,
                span: SourceSpan(open.start, open.end)))
    }
}
