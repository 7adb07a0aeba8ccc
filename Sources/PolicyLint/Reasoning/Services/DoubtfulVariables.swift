/// A resource or a value of a condition with policy variables of which some rule may have something to say.
struct DoubtfulVariables: Sendable {
    /// The text as written.
    let text: Located<String>
    /// What is found of its variables.
    let traits: VariableTraits

    /// Those of a policy. None, where its version does not replace variables.
    static func all(in policy: Policy, _ catalogue: ServiceCatalogue) -> [DoubtfulVariables] {
        // A quick look: most policies have no variables.
        guard policy.replacesVariables, policy.traits.contains(.variable) else { return [] }
        var result: [DoubtfulVariables] = []
        func add(_ texts: JSONStrings) {
            for (index, sketch) in texts.sketches.enumerated() where sketch.traits.contains(.variable) {
                let traits = catalogue.variableTraits(of: texts[index].value)
                if traits.isDisjoint(with: .doubtful) { continue }
                result.append(DoubtfulVariables(text: texts[index], traits: traits))
            }
        }
        for statement in policy.statements where statement.traits.contains(.variable) {
            for list in statement.resourceLists where list.traits.contains(.variable) { add(list.items) }
            for condition in statement.conditions where condition.traits.contains(.variable) {
                add(condition.values)
            }
        }
        return result
    }
}

/// What a first look at policy variables tells.
struct VariableTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// It is not written in the plainest way: a key of letters, digits and a few signs.
    static let odd = VariableTraits(rawValue: 1)
    /// Its key is none that the catalogue knows, or one of several values.
    static let unknown = VariableTraits(rawValue: 2)
    /// The caller, or the caller's account, fills it as it likes.
    static let chosen = VariableTraits(rawValue: 4)

    /// Those that make a rule look again.
    static let doubtful: VariableTraits = [.odd, .unknown]
    fileprivate static let all: VariableTraits = [.odd, .unknown, .chosen]
}

extension ServiceCatalogue {
    /// What holds of some variable in a text. Policies name the same few again and again.
    func variableTraits(of text: String) -> VariableTraits {
        text.withBytes { bytes in
            var traits: VariableTraits = []
            var index = 1
            while index < bytes.count {
                guard bytes[index] == UInt8(ascii: "{"), bytes[index - 1] == UInt8(ascii: "$") else {
                    index += 1
                    continue
                }
                guard let end = bytes.firstPlace(of: UInt8(ascii: "}"), in: index..<bytes.count) else { return .all }
                let content = UnsafeBufferPointer(rebasing: bytes[(index + 1)..<end])
                traits.formUnion(memory.variables.answer(content) { self.traits(ofVariable: $0) })
                index = end + 1
            }
            return traits
        }
    }

    private func traits(ofVariable content: String) -> VariableTraits {
        // What is no name at all may be read in another way.
        guard !content.isEmpty, content.utf8.allSatisfy(Self.isPlain) else { return .all }
        let key = PolicyVariable.read(content).key
        var traits: VariableTraits = []
        if conditionKey(key)?.type.isMultivalued ?? true { traits.insert(.unknown) }
        if CallerChosenKey.isOne(key) || key.hasPrefix("aws:principaltag/") { traits.insert(.chosen) }
        return traits
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || ":/-_.".utf8.contains(byte)
    }
}
