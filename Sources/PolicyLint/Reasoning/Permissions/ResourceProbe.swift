/// A resource of which no policy can know: who may act on it may act on any of its type.
struct ResourceProbe: Sendable {
    /// The resource.
    let text: String
    private let pattern: GlobPattern

    private init(_ text: String) {
        self.text = text
        pattern = GlobPattern(resource: text, hasVariables: false)
    }

    /// A name of letters that stand in no policy: a pattern that asks for any letter, as `*a*` does, does not take it in,
    /// and one that does takes in every name of some length.
    static let name = String(repeating: "\u{E000}", count: 18)

    /// One resource of each type that an action needs, in whatever account and Region. Where AWS knows no type
    /// for the action, only `*` takes in the resource.
    static func probes(of action: ActionName, _ catalogue: ServiceCatalogue) -> [ResourceProbe] {
        catalogue.memory.probesOfActions.answer(action.text, action.sketch.hash) {
            find(for: action.text, catalogue).map { ResourceProbe($0) }
        }
    }

    private static func find(for action: String, _ catalogue: ServiceCatalogue) -> [String] {
        let known = catalogue.action(action)
        let required = known?.resources.filter(\.isRequired) ?? []
        let types = required.isEmpty ? known?.resources ?? [] : required
        let probes = types.compactMap { type in
            catalogue.resource("\(known?.service ?? ""):\(type.name)")?.arns.first.map(filled)
        }
        return probes.isEmpty ? [name] : probes
    }

    /// Whether one of some resources of a policy takes the probe in, whatever its account and Region. A variable stands
    /// for no probe.
    func isWithin(_ resources: JSONStrings, _ hasVariables: Bool) -> Bool {
        // A quick look: this alone is all there is.
        if resources.contains(where: { $0.value == "*" }) { return true }
        return resources.contains { resource in
            // A quick look, before it is read.
            guard mayBe(in: resource.value) else { return false }
            let resource = GlobPattern(resource: resource.value, hasVariables: hasVariables)
            return resource.resolved { _ in "-" }?.surelyOverlaps(pattern) ?? false
        }
    }

    /// Whether a resource of a policy is the user who asks: `arn:aws:iam::*:user/${aws:username}`, below any path.
    static func isCaller(_ resource: Located<String>, _ hasVariables: Bool) -> Bool {
        guard hasVariables, resource.value.hasVariable else { return false }
        let pattern = GlobPattern(resource: resource.value, hasVariables: true)
        guard pattern.variables.contains(where: { $0.key == "aws:username" }) else { return false }
        let users = GlobPattern(resource: "arn:*:iam::*:user/*\(name)", hasVariables: false)
        return pattern.resolved { $0.key == "aws:username" ? name : "-" }.map { $0.surelyOverlaps(users) } ?? false
    }

    /// A quick look, which rules out most resources before they are read.
    private func mayBe(in resource: String) -> Bool {
        resource.withBytes { resource in
            text.withBytes { probe in
                // The last letter rules out most that end with a name.
                guard resource.mayEndLike(probe) else { return false }
                guard let own = resource.arnParts, let others = probe.arnParts else { return resource.mayMeet(probe) }
                return own.service.mayMeet(others.service) && own.resource.mayMeet(others.resource)
            }
        }
    }

    /// An ARN's form with the probe's name in the place of its last placeholders, and `*` in that of the others. The name
    /// of a secret has a hyphen and six letters behind it there.
    ///
    /// Source: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html>.
    private static func filled(_ form: String) -> String {
        let isSecret = form.hasPrefix("arn:${Partition}:secretsmanager:")
        let name = isSecret ? "\(name)-\(name.prefix(6))" : name
        var filled: [UInt8] = []
        filled.reserveCapacity(form.utf8.count + 3 * name.utf8.count)
        var (colons, isPlaceholder) = (0, false)
        for byte in form.utf8 {
            if isPlaceholder {
                isPlaceholder = byte != UInt8(ascii: "}")
            } else if byte == UInt8(ascii: "$") {
                filled.append(contentsOf: (colons < 5 ? "*" : name).utf8)
                isPlaceholder = true
            } else {
                if byte == UInt8(ascii: ":") { colons += 1 }
                filled.append(byte)
            }
        }
        return String(decoding: filled, as: UTF8.self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The third and the last of an ARN's six fields; nil where the text is no ARN, or a variable stands before the last,
    /// which may hold colons.
    fileprivate var arnParts: (service: UnsafeBufferPointer<UInt8>, resource: UnsafeBufferPointer<UInt8>)? {
        guard let colons = ARNColons(self), !part(0..<colons.resource).contains(UInt8(ascii: "$")) else { return nil }
        return (part(colons.service), part(colons.resource..<count))
    }

    /// A quick look: whether the last letters of two patterns let them have a text in common.
    fileprivate func mayEndLike(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let own = last, let next = other.last else { return true }
        return own == next || Self.isOpen(own) || Self.isOpen(next)
    }

    /// A quick look: whether the letters before the first wildcard or variable of two patterns, and those behind the
    /// last, let them have a text in common.
    fileprivate func mayMeet(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = Swift.min(count, other.count)
        for index in 0..<length {
            if Self.isOpen(self[index]) || Self.isOpen(other[index]) { break }
            if self[index] != other[index] { return false }
        }
        for index in 1..<(length + 1) {
            let (own, next) = (self[count - index], other[other.count - index])
            if Self.isOpen(own) || Self.isOpen(next) { break }
            if own != next { return false }
        }
        return true
    }

    private static func isOpen(_ byte: UInt8) -> Bool { GlobPattern.isSpecial(byte) || byte == UInt8(ascii: "}") }
}
