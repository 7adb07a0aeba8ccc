/// Makes edits of a JSON text that keep its layout and touch nothing else.
struct JSONEditing: Sendable {
    private let bytes: [UInt8]

    /// Edits of the document's text.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Replacing

    /// Replaces a value, or a key by its span, with a string.
    func replace(_ span: SourceSpan, withString text: String) -> TextEdit {
        TextEdit(replacing: span, with: JSONText.quote(text))
    }

    /// Replaces a value. A value that spans lines is laid out like the members of `parent`.
    func replace(_ node: JSONNode, with fragment: JSONFragment, in parent: JSONNode) -> TextEdit {
        TextEdit(replacing: node.span, with: layout(of: parent).render(fragment))
    }

    /// Puts elements in the place of one of an array.
    func replaceElement(_ span: SourceSpan, of array: JSONNode, with elements: [JSONFragment]) -> TextEdit {
        let layout = layout(of: array)
        return TextEdit(
            replacing: span, with: elements.map { layout.render($0) }.joined(separator: "," + separator(layout)))
    }

    /// Gives a member another key.
    func rename(_ member: JSONMember, to key: String) -> TextEdit {
        replace(member.key.span, withString: key)
    }

    // MARK: Removing

    /// Removes the member at an index, with its comma.
    func removeMember(at index: Int, of object: JSONNode) -> [TextEdit] {
        removeChildren([index], of: object)
    }

    /// Removes the members for which `isRemoved` holds, with their commas.
    func removeMembers(of object: JSONNode, where isRemoved: (JSONMember) -> Bool) -> [TextEdit] {
        let members = object.object ?? []
        return removeChildren(Set(members.indices.filter { isRemoved(members[$0]) }), of: object)
    }

    /// Removes the elements at some indices, with their commas.
    func removeElements(at indices: Set<Int>, of array: JSONNode) -> [TextEdit] {
        removeChildren(indices, of: array)
    }

    /// Removes the element at a place from an array that has others; nil for anything else.
    func removeElement(at span: SourceSpan, of array: JSONNode) -> [TextEdit]? {
        guard array.isArray, array.entry.count > 1, let index = childSpans(array).firstIndex(of: span) else {
            return nil
        }
        return removeElements(at: [index], of: array)
    }

    private func removeChildren(_ removed: Set<Int>, of container: JSONNode) -> [TextEdit] {
        let children = childSpans(container)
        if removed.isEmpty { return [] }
        if removed.count == children.count {
            return [.deletion(SourceSpan(container.span.start + 1, container.span.end - 1))]
        }
        var edits: [TextEdit] = []
        var rest = removed.sorted()[...]
        while let first = rest.popFirst() {
            var next = first + 1
            while rest.first == next {
                rest.removeFirst()
                next += 1
            }
            // With a child behind, take the comma behind; at the end, the one before.
            let span =
                next < children.count
                ? SourceSpan(children[first].start, children[next].start)
                : SourceSpan(children[first - 1].end, children[next - 1].end)
            edits.append(.deletion(span))
        }
        return edits
    }

    // MARK: Inserting

    /// Adds a member to an object, behind the member `key` where it has it, else at the end.
    func insertMember(_ key: String, _ value: JSONFragment, into object: JSONNode, after sibling: String? = nil)
        -> TextEdit
    {
        let members = object.object ?? []
        let layout = layout(of: object)
        let text = layout.member(key, value)
        guard let anchor = sibling.flatMap({ name in members.last { $0.key.value == name } }) ?? members.last else {
            return fill(object, with: text, layout)
        }
        return .insertion("," + separator(layout) + text, at: Int(anchor.value.span.end))
    }

    /// Adds a member at the beginning of an object.
    func insertFirstMember(_ key: String, _ value: JSONFragment, into object: JSONNode) -> TextEdit {
        let layout = layout(of: object)
        let text = layout.member(key, value)
        guard let first = object.object?.first else { return fill(object, with: text, layout) }
        return .insertion(text + "," + separator(layout), at: Int(first.key.span.start))
    }

    /// Adds an element at the end of an array.
    func appendElement(_ value: JSONFragment, to array: JSONNode) -> TextEdit {
        let layout = layout(of: array)
        guard let last = array.array?.last else { return fill(array, with: layout.render(value), layout) }
        return .insertion("," + separator(layout) + layout.render(value), at: Int(last.span.end))
    }

    private func fill(_ container: JSONNode, with text: String, _ layout: JSONLayout) -> TextEdit {
        TextEdit(replacing: SourceSpan(container.span.start + 1, container.span.end - 1), with: text)
    }

    private func separator(_ layout: JSONLayout) -> String {
        layout.isMultiline ? layout.lineBreak + layout.indentation : layout.afterComma
    }

    // MARK: Layout

    /// How the children of a container are laid out.
    func layout(of container: JSONNode) -> JSONLayout {
        let children = childSpans(container)
        let afterColon = colonSpace(container)
        guard let first = children.first else {
            return JSONLayout(
                lineBreak: "", indentation: "", unit: "", afterColon: afterColon, afterComma: " ", padding: "")
        }
        let gap = text(Int(container.span.start) + 1, Int(first.start))
        guard let newline = gap.lastIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            let comma = children.count > 1 ? text(Int(children[0].end), Int(children[1].start)) : gap[...]
            let afterComma = children.count > 1 ? comma.drop { $0 != UInt8(ascii: ",") }.dropFirst() : nil
            let space = afterComma.map { String(decoding: $0, as: UTF8.self) } ?? afterColon
            return JSONLayout(
                lineBreak: "", indentation: "", unit: "", afterColon: afterColon,
                afterComma: space.utf8.contains(UInt8(ascii: "\n")) ? " " : space,
                padding: container.object == nil ? "" : String(decoding: gap, as: UTF8.self))
        }
        let indentation = String(decoding: gap[gap.index(after: newline)...], as: UTF8.self)
        let hasReturn = newline > gap.startIndex && gap[newline - 1] == UInt8(ascii: "\r")
        let lineBreak = gap[newline] == UInt8(ascii: "\r") ? "\r" : hasReturn ? "\r\n" : "\n"
        return JSONLayout(
            lineBreak: lineBreak, indentation: indentation, unit: unit(container, indentation), afterColon: afterColon,
            afterComma: " ", padding: "")
    }

    /// What the children are indented beyond the closing bracket.
    private func unit(_ container: JSONNode, _ indentation: String) -> String {
        var start = Int(container.span.end) - 1
        while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
        let closing = text(start, Int(container.span.end) - 1)
        let inner = Array(indentation.utf8)
        guard inner.count > closing.count, inner.starts(with: closing) else { return "    " }
        return String(decoding: inner[closing.count...], as: UTF8.self)
    }

    /// The space behind the first colon of the container or of what it holds; one space by default.
    private func colonSpace(_ container: JSONNode) -> String {
        switch container.value {
        case .object(let members):
            guard let first = members.first else { return " " }
            let gap = text(Int(first.key.span.end), Int(first.value.span.start))
            let space = gap.drop { $0 != UInt8(ascii: ":") }.dropFirst()
            return space.contains(UInt8(ascii: "\n")) ? " " : String(decoding: space, as: UTF8.self)
        case .array(let elements):
            guard let inner = elements.first(where: { $0.object?.isEmpty == false }) else { return " " }
            return colonSpace(inner)
        default:
            return " "
        }
    }

    private func childSpans(_ container: JSONNode) -> [SourceSpan] {
        container.isArray ? container.elements.map { $0.span } : container.members.map { $0.span }
    }

    private func text(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
        bytes[min(start, bytes.count)..<min(max(start, end), bytes.count)]
    }
}
