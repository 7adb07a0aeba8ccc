/// The forms of ARNs.
extension ServiceCatalogue {
    /// The resource types that an action works on.
    func resourceTypes(of action: ServiceAction) -> [ResourceType] {
        memory.typesOfActions.answer(action.line.range.lowerBound) {
            searching { search in
                action.mapResourceNames { name in
                    search.line(.resource, named: name).map { type(at: $0, search.bytes) } ?? ResourceType(forms: [])
                }
            }
        }
    }

    /// What the line of a resource type says.
    private func type(at line: Range<Int>, _ bytes: CatalogueSearch.Bytes) -> ResourceType {
        memory.types.answer(line.lowerBound) {
            ResourceType(forms: FormPlace.all(in: line, bytes).compactMap { form(at: $0, bytes) })
        }
    }

    /// What a form in the text says.
    private func form(at place: FormPlace, _ bytes: CatalogueSearch.Bytes) -> ResourceForm? {
        memory.forms.answer(place.form.lowerBound) { ResourceForm(String(decoding: bytes[place.form], as: UTF8.self)) }
    }

    /// Whether a form of a service's resource types fits an ARN. Most forms are not even read for it: the letters of
    /// the ARN's last field tell before the first wildcard.
    func hasResourceForm(
        ofService prefix: String, like arn: ResourceARN, where fits: (ResourceForm) -> Bool
    ) -> Bool {
        let places = memory.placesOfForms.answer("\(prefix):") { self.places(ofTypes: "\(prefix):") }
        return text.withBytes { bytes in
            arn.resource.withBytes { pattern in
                places.contains { $0.mayBeLike(pattern, bytes) && form(at: $0, bytes).map(fits) ?? false }
            }
        }
    }

    /// The forms of all resource types, of whatever service, that have a service in their ARNs: `ec2` has one of
    /// `ebs`, too. All types are looked at for it, once a service.
    func resourceForms(inARNsOf service: String) -> [ResourceForm] {
        memory.formsInARNs.answer(service) {
            text.withBytes { bytes in placesByServiceInARN[service, default: []].compactMap { form(at: $0, bytes) } }
        }
    }

    /// The services that stand in the ARNs of resource types: mostly, but not always, their prefixes. All
    /// resource types are looked at for it.
    public var servicesInARNs: Set<String> { Set(placesByServiceInARN.keys) }

    /// The services that stand in the ARNs of one service's resource types.
    func servicesInARNs(ofService prefix: String) -> Set<String> {
        let places = memory.placesOfForms.answer("\(prefix):") { self.places(ofTypes: "\(prefix):") }
        return text.withBytes { bytes in Set(places.map { String(decoding: bytes[$0.service], as: UTF8.self) }) }
    }

    /// Whether a service's prefix stands in the ARN of one of its resource types.
    func hasOwnPrefixInARNs(_ prefix: String) -> Bool {
        let places = memory.placesOfForms.answer("\(prefix):") { self.places(ofTypes: "\(prefix):") }
        return text.withBytes { bytes in places.contains { bytes[$0.service].elementsEqual(prefix.utf8) } }
    }

    /// Whether a service stands in the ARNs of a resource type.
    func hasServiceInARNs(_ service: String) -> Bool { placesByServiceInARN[service] != nil }

    private var placesByServiceInARN: [String: [FormPlace]] {
        memory.placesByServiceInARN.answer(0) {
            text.withBytes { bytes in
                Dictionary(grouping: places(ofTypes: "")) { String(decoding: bytes[$0.service], as: UTF8.self) }
            }
        }
    }

    private func places(ofTypes prefix: String) -> [FormPlace] {
        searching { search in
            var places: [FormPlace] = []
            prefix.withBytes { prefix in
                search.forEachLine(.resource, withPrefix: prefix) { line in
                    places += FormPlace.all(in: line, search.bytes)
                    return true
                }
            }
            return places
        }
    }
}
