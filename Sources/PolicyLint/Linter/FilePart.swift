/// A part of a file that can be linted for itself: the whole of it, or some elements of a large export.
public struct FilePart: Sendable {
    enum Content: Sendable {
        case whole
        /// Elements of a list, the first of which is number `first`.
        case elements(list: String, first: Int, spans: ArraySlice<SourceSpan>, library: ExportLibrary)
    }

    let content: Content

    /// Whether it is all of its file.
    var isWhole: Bool { if case .whole = content { true } else { false } }

    /// Whether other parts look up what is in this one: whoever lints it first saves them the reading.
    public var isLookedUp: Bool {
        if case .elements(let list, _, _, _) = content { ExportLibrary.lists.contains(list) } else { false }
    }

    /// The parts of a file, in the order of its text. Only a large export has more than one, so that
    /// it is held in bounded memory and spread over the cores.
    public static func parts(of file: SourceFile, kind: DocumentKind?) -> [FilePart] {
        let whole = [FilePart(content: .whole)]
        guard file.bytes.count > largeFile, kind == nil, DocumentFinder.looksLikeJSON(file.bytes),
            let lists = try? ExportLists.find(in: file.bytes)?.lists
        else { return whole }
        func spans(_ name: String) -> [SourceSpan] { lists.last { $0.name == name }?.elements ?? [] }
        let library = ExportLibrary(
            SourceText(file.bytes), policies: spans("Policies"), groups: spans("GroupDetailList"))
        return lists.flatMap { parts(of: $0, library) }
    }

    private static func parts(of list: ExportLists.List, _ library: ExportLibrary) -> [FilePart] {
        var parts: [FilePart] = []
        var start = 0
        var size = 0
        for (index, element) in list.elements.enumerated() {
            size += element.count
            if size >= partSize || index == list.elements.count - 1 {
                let content = Content.elements(
                    list: list.name, first: start, spans: list.elements[start...index], library: library)
                parts.append(FilePart(content: content))
                (start, size) = (index + 1, 0)
            }
        }
        return parts
    }

    /// Bytes above which an export is taken apart.
    private static let largeFile = 1 << 20
    /// Bytes of one part, at least.
    private static let partSize = 1 << 18
}

extension DocumentFinder {
    /// The documents of a part of a file, handed out one element at a time.
    ///
    /// - Parameter reading: The file, where it was read as a whole.
    func documents(in file: SourceFile, part: FilePart, _ reading: Reading? = nil, _ body: (Document) -> Void) {
        guard case .elements(let list, let first, let spans, let library) = part.content else {
            for document in documents(in: file, reading ?? read(file)) { body(document) }
            return
        }
        let text = SourceText(file.bytes)
        for (offset, span) in spans.enumerated() {
            // The whole text was scanned before; an element that json-c refuses is said to be unreadable.
            let pointer = "/\(list)/\(first + offset)"
            do {
                let reader = try JSONReader(file.bytes, in: span.range)
                var finder = JSONDocuments(
                    text: text, oddities: reader.oddities, fileName: file.name, forcedKind: kind,
                    findsEntities: findsEntities)
                finder.library = library
                finder.find(in: reader.root, ofList: list, pointer)
                for document in finder.documents { body(document) }
            } catch {
                let unreadable = UnreadableText(error.message, at: error.span)
                let kind = ExportLists.firstKind(in: list)
                body(Document(kind: kind, content: .unreadable(unreadable), text: text, span: span, pointer: pointer))
            }
        }
    }
}
