/// Things of one sort by name, while they are gathered.
struct EvidenceTable<Element: Sendable> {
    private(set) var elements: [Element] = []
    private var indices: [String: Int] = [:]
    private let make: (String) -> Element

    init(_ make: @escaping (String) -> Element) { self.make = make }

    /// The thing of a name; it is made where it is not there yet.
    subscript(name: String) -> Element {
        mutating get { elements[index(of: name)] }
        _modify { yield &elements[index(of: name)] }
    }

    private mutating func index(of name: String) -> Int {
        if let index = indices[name] { return index }
        indices[name] = elements.count
        elements.append(make(name))
        return elements.count - 1
    }
}
