import CYAML

/// A YAML value with the place where it begins.
struct YAMLNode {
    /// The kinds of YAML value that a configuration needs.
    indirect enum Value {
        /// Nothing is written, or that it is nothing.
        case nothing
        case scalar(String)
        case list([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    let value: Value
    /// From 1.
    let line: Int
    /// From 1, in characters.
    let column: Int
}

/// Reads YAML with libyaml.
enum YAMLReader {
    /// The document of a text; nil where the text holds none.
    ///
    /// - Throws: `ConfigurationError` where libyaml refuses the text, and where it holds what nobody would read: a
    ///   second document, or a key twice.
    static func read(_ text: [UInt8]) throws(ConfigurationError) -> YAMLNode? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            throw ConfigurationError(message: "out of memory", line: 1, column: 1)
        }
        defer { yaml_parser_delete(&parser) }
        let result: Result<YAMLNode?, ConfigurationError> = text.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var document = yaml_document_t()
            guard yaml_parser_load(&parser, &document) == 1 else { return .failure(problem(parser)) }
            defer { yaml_document_delete(&document) }
            guard let root = yaml_document_get_root_node(&document) else { return .success(nil) }
            let result = Result { () throws(ConfigurationError) -> YAMLNode? in try node(root, &document, depth: 0) }
            guard case .success = result else { return result }
            var next = yaml_document_t()
            guard yaml_parser_load(&parser, &next) == 1 else { return .failure(problem(parser)) }
            defer { yaml_document_delete(&next) }
            guard yaml_document_get_root_node(&next) != nil else { return result }
            let mark = next.start_mark
            return .failure(
                ConfigurationError(
                    message: "a second document begins here; a configuration is one", line: Int(mark.line) + 1,
                    column: Int(mark.column) + 1))
        }
        return try result.get()
    }

    private static func problem(_ parser: yaml_parser_t) -> ConfigurationError {
        let message = parser.problem.map { String(cString: $0) } ?? "this is no YAML"
        let mark = parser.problem_mark
        return ConfigurationError(message: message, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private static func node(
        _ node: UnsafeMutablePointer<yaml_node_t>, _ document: inout yaml_document_t, depth: Int
    ) throws(ConfigurationError) -> YAMLNode {
        let (line, column) = (Int(node.pointee.start_mark.line) + 1, Int(node.pointee.start_mark.column) + 1)
        // Aliases may lead back to where they stand.
        if depth > maximumDepth { throw ConfigurationError(message: "nested too deep", line: line, column: column) }
        switch node.pointee.type {
        case YAML_SEQUENCE_NODE:
            var elements: [YAMLNode] = []
            let items = node.pointee.data.sequence.items
            for item in UnsafeBufferPointer(start: items.start, count: items.top - items.start) {
                guard let child = yaml_document_get_node(&document, item) else { continue }
                elements.append(try Self.node(child, &document, depth: depth + 1))
            }
            return YAMLNode(value: .list(elements), line: line, column: column)
        case YAML_MAPPING_NODE:
            var members: [(key: YAMLNode, value: YAMLNode)] = []
            let pairs = node.pointee.data.mapping.pairs
            for pair in UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start) {
                guard let key = yaml_document_get_node(&document, pair.key),
                    let value = yaml_document_get_node(&document, pair.value)
                else { continue }
                let member = (
                    key: try Self.node(key, &document, depth: depth + 1),
                    value: try Self.node(value, &document, depth: depth + 1)
                )
                if case .scalar(let name) = member.key.value,
                    members.contains(where: { if case .scalar(name) = $0.key.value { true } else { false } })
                {
                    throw ConfigurationError(
                        message: "`\(name)` stands here a second time", line: member.key.line, column: member.key.column
                    )
                }
                members.append(member)
            }
            return YAMLNode(value: .mapping(members), line: line, column: column)
        default:
            let scalar = node.pointee.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let isNothing = scalar.style == YAML_PLAIN_SCALAR_STYLE && nulls.contains(text)
            return YAMLNode(value: isNothing ? .nothing : .scalar(text), line: line, column: column)
        }
    }

    /// Source: <https://yaml.org/spec/1.2.2/#1032-tag-resolution>.
    private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

    private static let maximumDepth = 20
}
