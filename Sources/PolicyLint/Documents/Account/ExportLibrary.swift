import Synchronization

/// The groups and managed policies of an export, for the users and roles that have them.
///
/// An export may be large: only the places of its elements are known at first, and nothing is read before somebody
/// asks for it. What was read anyway, as a document of its own, is kept as long as there is room. A class, because all
/// parts of the export look into the same one.
final class ExportLibrary: Sendable {
    /// The lists whose elements are looked up.
    static let lists = ["Policies", "GroupDetailList"]

    private let text: SourceText
    private let policies: [SourceSpan]
    private let groups: [SourceSpan]
    private let shelf = Mutex(Shelf())
    /// Principals that stand together mostly have the same policies.
    private let readPolicies = Memo<String, AttachedPolicy.Reading?>(limit: 64)
    private let readGroups = Memo<String, AccountPrincipal.Group?>()

    private struct Shelf {
        var policies = Kept<AttachedPolicy.Reading>()
        /// Bytes of their texts.
        var size = 0
        var groups = Kept<AccountPrincipal.Group>()
        /// The places of the managed policies by ARN, and of the groups by name.
        var places: (policies: [String: SourceSpan], groups: [String: SourceSpan])?
        var notes: [String: any Sendable] = [:]
    }

    /// What was handed over, by name. What is there twice is not known.
    private struct Kept<Value> {
        private var values: [String: Value?] = [:]

        /// What has a name: nothing was handed over, or it is not known, or it is this.
        subscript(name: String) -> Value?? { values[name] }

        mutating func add(_ value: Value?, _ name: String) { values[name] = .some(values[name] == nil ? value : nil) }
    }

    /// The library of the lists whose elements stand at these places of a text.
    init(_ text: SourceText, policies: [SourceSpan], groups: [SourceSpan]) {
        self.text = text
        self.policies = policies
        self.groups = groups
    }

    /// The default version of a managed policy; nil where the export does not have it.
    func managedPolicy(_ arn: String) -> AttachedPolicy.Reading? {
        if let kept = shelf.withLock({ $0.policies[arn] }) { return kept }
        return readPolicies.answer(arn) {
            shelf.withLock { places(&$0).policies[arn] }.flatMap(element).flatMap {
                Self.defaultVersion(documents(in: $0, ofList: "Policies"))
            }
        }
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
        if let kept = shelf.withLock({ $0.groups[name] }) { return kept }
        return readGroups.answer(name) {
            shelf.withLock { places(&$0).groups[name] }.flatMap(element).flatMap {
                PrincipalReader(library: self).group($0, documents(in: $0, ofList: "GroupDetailList"))
            }
        }
    }

    /// A list that does not say which version is in force leaves several documents.
    private static func defaultVersion(_ documents: some Collection<Document>) -> AttachedPolicy.Reading? {
        documents.count == 1 ? documents.first.flatMap(AttachedPolicy.Reading.init) : nil
    }

    // MARK: What was read anyway

    /// Keeps what was found in an element of a list, so that nobody has to read it again.
    func keep(_ element: JSONNode, ofList list: String, _ documents: some Collection<Document>) {
        switch list {
        case "Policies":
            guard let arn = element["Arn"]?.string else { return }
            let policy = Self.defaultVersion(documents)
            shelf.withLock {
                // The policy keeps the text of the element, with all its versions.
                $0.size += policy == nil ? 0 : element.span.count
                // Of two with one name, the second must be seen.
                if $0.size <= Self.room || $0.policies[arn] != nil { $0.policies.add(policy, arn) }
            }
        case "GroupDetailList":
            guard let group = PrincipalReader(library: self).group(element, documents) else { return }
            shelf.withLock { $0.groups.add(group, group.name) }
        default: break
        }
    }

    /// Bytes of text, whose policies take about three times as much.
    private static let room = 32 << 20

    // MARK: Reading

    private func element(at span: SourceSpan) -> JSONNode? { try? JSONReader(text.bytes, in: span.range).root }

    private func documents(in element: JSONNode, ofList list: String) -> [Document] {
        var finder = JSONDocuments(text: text, oddities: [], fileName: "", forcedKind: nil)
        finder.find(in: element, ofList: list, "")
        return finder.documents
    }

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
