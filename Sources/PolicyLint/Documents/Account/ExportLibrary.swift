import Synchronization

/// The groups and managed policies of an export, for the users and roles that have them.
///
/// An export may be large: only the names and places of its elements are kept, and nothing is read before
/// somebody asks for it. A class, because all parts of the export look into the same one.
final class ExportLibrary: Sendable {
    private let text: SourceText
    private let policies: [SourceSpan]
    private let groups: [SourceSpan]
    private let shelf = Mutex(Shelf())
    /// Principals that stand together mostly have the same policies.
    private let readings = Memo<String, AttachedPolicy.Reading?>(limit: 64)

    private struct Shelf {
        /// The places of the managed policies by ARN, and of the groups by name.
        var places: (policies: [String: SourceSpan], groups: [String: SourceSpan])?
        var groups: [String: AccountPrincipal.Group] = [:]
        var notes: [String: any Sendable] = [:]
    }

    /// The library of the lists whose elements stand at these places of a text.
    init(_ text: SourceText, policies: [SourceSpan], groups: [SourceSpan]) {
        self.text = text
        self.policies = policies
        self.groups = groups
    }

    /// The default version of a managed policy; nil where the export does not have it.
    func managedPolicy(_ arn: String) -> AttachedPolicy.Reading? {
        readings.answer(arn) { readManagedPolicy(arn) }
    }

    private func readManagedPolicy(_ arn: String) -> AttachedPolicy.Reading? {
        guard let span = shelf.withLock({ places(&$0).policies[arn] }) else { return nil }
        // A list that does not say which version is in force leaves several.
        let found = documents(at: span, ofList: "Policies")
        return found.count == 1 ? found.first.flatMap(AttachedPolicy.Reading.init) : nil
    }

    /// What `make` says of a managed policy, kept for those who ask next. All who ask must ask the same.
    func note<Note: Sendable>(on arn: String, _ make: (Policy) -> Note) -> Note? {
        if let known = shelf.withLock({ $0.notes[arn] }) as? Note { return known }
        guard let reading = managedPolicy(arn) else { return nil }
        let note = make(reading.policy)
        shelf.withLock { $0.notes[arn] = note }
        return note
    }

    /// A group; nil where the export does not have it.
    func group(_ name: String) -> AccountPrincipal.Group? {
        if let known = shelf.withLock({ $0.groups[name] }) { return known }
        guard let span = shelf.withLock({ places(&$0).groups[name] }),
            let element = try? JSONReader(text.bytes, in: span.range).root
        else { return nil }
        let group = AccountPrincipal.Group(
            name: name, arn: element["Arn"]?.string.flatMap { AmazonResourceName($0) },
            policies: PrincipalReader(library: self).policies(
                of: element, inline: "GroupPolicyList", documents(at: span, ofList: "GroupDetailList"), group: name))
        shelf.withLock { $0.groups[name] = group }
        return group
    }

    private func documents(at span: SourceSpan, ofList list: String) -> [Document] {
        guard let root = try? JSONReader(text.bytes, in: span.range).root else { return [] }
        var finder = JSONDocuments(text: text, oddities: [], fileName: "", forcedKind: nil)
        finder.find(in: root, ofList: list, "")
        return finder.documents
    }

    // MARK: Places

    private func places(_ shelf: inout Shelf) -> (policies: [String: SourceSpan], groups: [String: SourceSpan]) {
        if let known = shelf.places { return known }
        let found = (policies: places(of: policies, by: "Arn"), groups: places(of: groups, by: "GroupName"))
        shelf.places = found
        return found
    }

    private func places(of elements: [SourceSpan], by key: String) -> [String: SourceSpan] {
        var result: [String: SourceSpan] = [:]
        for element in elements {
            guard let name = name(of: element, key) else { continue }
            // What is there twice is not known.
            result[name] = result[name] == nil ? element : .at(0)
        }
        return result.filter { !$0.value.isEmpty }
    }

    /// The string in a member of an element, without reading the element.
    private func name(of element: SourceSpan, _ key: String) -> String? {
        let entries = text.bytes.withUnsafeBufferPointer { buffer in
            try? SpanScanner.scan(buffer, in: element.range, notedDepth: 1).entries
        }
        guard let entries, let root = entries.first, root.kind == .object else { return nil }
        for index in stride(from: 1, to: entries.count - 1, by: 2) where entries[index + 1].kind == .string {
            let span = SourceSpan(entries[index].start, entries[index].end)
            guard text.bytes[span.range].dropFirst().dropLast().elementsEqual(key.utf8) else { continue }
            let value = SourceSpan(entries[index + 1].start, entries[index + 1].end)
            return String(decoding: JSONText.decode(text.bytes, string: value).0, as: UTF8.self)
        }
        return nil
    }
}

extension AttachedPolicy.Reading {
    /// The policy of a document; nil where it holds none.
    init?(_ document: Document) {
        guard case .policy(let policy) = document.content else { return nil }
        self.init(policy: policy, text: document.text)
    }
}
