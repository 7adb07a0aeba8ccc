/// The forms of ARNs.
extension ServiceCatalogue {
    /// The resource types that an action works on.
    func resourceTypes(of action: ServiceAction) -> [ResourceType] {
        memory.typesOfActions.answer(action.line.range.lowerBound) {
            action.resources.map { type in
                let name = "\(action.service):\(type.name)"
                return memory.types.answer(name) { ResourceType(forms: forms(ofType: name)) }
            }
        }
    }

    private func forms(ofType name: String) -> [ResourceForm] {
        guard let line = line(.resource, name) else { return [] }
        return text.withBytes { bytes in
            var result: [ResourceForm] = []
            Self.forEachForm(bytes, line.range) { bytes in
                if let form = form(bytes) { result.append(form) }
            }
            return result
        }
    }

    /// What a form in the text says.
    private func form(_ bytes: Slice<CatalogueSearch.Bytes>) -> ResourceForm? {
        memory.forms.answer(bytes.startIndex) { ResourceForm(String(decoding: bytes, as: UTF8.self)) }
    }

    /// The forms of a service's resource types that an ARN may have, as far as the letters of its last field tell
    /// before the first wildcard. That is asked for every ARN of a policy, so most forms are not even read.
    func resourceForms(ofService prefix: some StringProtocol, like arn: ResourceARN) -> [ResourceForm] {
        searching { search in
            var result: [ResourceForm] = []
            "\(prefix):".withBytes { prefix in
                arn.resource.withBytes { pattern in
                    search.forEachLine(.resource, withPrefix: prefix) { line in
                        Self.forEachForm(search.bytes, line) { form in
                            guard Self.mayBeLike(form, pattern), let form = self.form(form) else { return }
                            result.append(form)
                        }
                        return true
                    }
                }
            }
            return result
        }
    }

    /// The forms of all resource types, of whatever service that have a service in their ARNs: `ec2` has one of
    /// `ebs`, too. All types are looked at for it, once a service.
    func resourceForms(inARNsOf service: Substring) -> [ResourceForm] {
        memory.formsInARNs.answer(service) {
            var result: [ResourceForm] = []
            forEachForm { bytes in
                if Self.service(of: bytes).elementsEqual(service.utf8), let form = form(bytes) { result.append(form) }
            }
            return result
        }
    }

    /// The services that stand in the ARNs of resource types: mostly, but not always, their prefixes. All
    /// resource types are read for it.
    public var servicesInARNs: Set<Substring> {
        memory.servicesInARNs.answer(0) {
            var result: Set<Substring> = []
            var last: Substring = ""
            forEachForm { bytes in
                let service = Self.service(of: bytes)
                // Most types have the service of the type before.
                if service.elementsEqual(last.utf8) { return }
                last = Substring(decoding: service, as: UTF8.self)
                result.insert(last)
            }
            return result
        }
    }

    /// Hands `body` the forms of all resource types.
    private func forEachForm(_ body: (Slice<CatalogueSearch.Bytes>) -> Void) {
        searching { search in
            "".withBytes { prefix in
                search.forEachLine(.resource, withPrefix: prefix) { line in
                    Self.forEachForm(search.bytes, line, body)
                    return true
                }
            }
        }
    }

    /// The third field of a form.
    private static func service(of form: Slice<CatalogueSearch.Bytes>) -> Slice<CatalogueSearch.Bytes> {
        let colon = UInt8(ascii: ":")
        guard let first = form.firstIndex(of: colon), let second = form[(first + 1)...].firstIndex(of: colon) else {
            return form[form.endIndex...]
        }
        return form[(second + 1)...].prefix { $0 != colon }
    }

    /// Hands `body` the forms in the line of a resource type.
    private static func forEachForm(
        _ bytes: CatalogueSearch.Bytes, _ line: Range<Int>, _ body: (Slice<CatalogueSearch.Bytes>) -> Void
    ) {
        let tab = UInt8(ascii: "\t")
        guard let start = bytes[(line.lowerBound + CatalogueSearch.nameOffset)..<line.upperBound].firstIndex(of: tab)
        else { return }
        var form = start + 1
        var index = form
        while true {
            let byte = bytes[index]
            if byte == UInt8(ascii: ",") || byte == tab || byte == UInt8(ascii: "\n") {
                body(bytes[form..<index])
                if byte != UInt8(ascii: ",") { return }
                form = index + 1
            }
            index += 1
        }
    }

    /// Whether the last field of a form may be like a pattern: the letters before the first placeholder of the one
    /// or wildcard of the other are the same.
    private static func mayBeLike(_ form: Slice<CatalogueSearch.Bytes>, _ pattern: CatalogueSearch.Bytes) -> Bool {
        var colons = 0
        var index = form.startIndex
        while index < form.endIndex, colons < 5 {
            if form[index] == UInt8(ascii: ":") { colons += 1 }
            index += 1
        }
        for letter in pattern {
            if NamePattern.isWildcard(letter) { return true }
            guard index < form.endIndex else { return false }
            if form[index] == UInt8(ascii: "$") || form[index] == UInt8(ascii: "*") { return true }
            if form[index] != letter { return false }
            index += 1
        }
        return index == form.endIndex || form[index] == UInt8(ascii: "*")
    }
}
