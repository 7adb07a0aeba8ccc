/// The forms of ARNs.
extension ServiceCatalogue {
    /// The resource types that an action works on; nil where the catalogue does not know the action.
    func resourceTypes(ofAction name: String, _ hash: TextHash) -> [ResourceType]? {
        memory.typesOfActions.answer(name, hash) { action(name)?.mapResourceNames { type(named: $0) } }
    }

    /// What is known of a resource type, by prefix and name.
    private func type(named name: CatalogueSearch.Bytes) -> ResourceType {
        memory.types.answer(name) { name in
            var forms: [ResourceForm] = []
            guard let line = resource(name)?.line.range else { return ResourceType(line: -1, forms: forms) }
            text.withBytes { bytes in
                FormPlace.forEach(in: line, bytes) { place in
                    if let form = form(at: place, bytes) { forms.append(form) }
                }
            }
            return ResourceType(line: line.lowerBound, forms: forms)
        }
    }

    /// What a form in the text says.
    private func form(at place: FormPlace, _ bytes: CatalogueSearch.Bytes) -> ResourceForm? {
        memory.forms.answer(place.form.lowerBound) { ResourceForm(String(decoding: bytes[place.form], as: UTF8.self)) }
    }

    /// Whether a form of a service's resource types fits an ARN. Most forms are not even read for it: their sketches tell.
    func hasResourceForm(
        ofService prefix: String, like arn: ResourceARN, where fits: (ResourceForm) -> Bool
    ) -> Bool {
        let places = places(ofTypesOf: prefix)
        return text.withBytes { bytes in
            places.contains { $0.sketch.mayMeet(arn.sketch) && form(at: $0, bytes).map(fits) ?? false }
        }
    }

    /// The forms of all resource types, of whatever service, that have a service in their ARNs: `ec2` has one of
    /// `ebs`, too. All types are looked at for it, once a service.
    func resourceForms(inARNsOf service: String) -> [ResourceForm] {
        memory.formsInARNs.answer(service) {
            text.withBytes { bytes in places(inARNsOf: service, bytes).compactMap { form(at: $0, bytes) } }
        }
    }

    /// The services that stand in the ARNs of resource types: mostly, but not always, their prefixes. All
    /// resource types are looked at for it.
    public var servicesInARNs: Set<String> { services(in: placesOfAllForms) }

    /// The services that stand in the ARNs of one service's resource types.
    func servicesInARNs(ofService prefix: String) -> Set<String> { services(in: places(ofTypesOf: prefix)) }

    private func services(in places: [FormPlace]) -> Set<String> {
        text.withBytes { bytes in Set(places.map { String(decoding: bytes[$0.service], as: UTF8.self) }) }
    }

    /// Whether a service's prefix stands in the ARN of one of its resource types.
    func hasOwnPrefixInARNs(_ prefix: String) -> Bool {
        let places = places(ofTypesOf: prefix)
        return text.withBytes { bytes in places.contains { bytes[$0.service].elementsEqual(prefix.utf8) } }
    }

    /// Whether a service stands in the ARNs of a resource type.
    func hasServiceInARNs(_ service: String) -> Bool {
        text.withBytes { bytes in !places(inARNsOf: service, bytes).isEmpty }
    }

    private func places(inARNsOf service: String, _ bytes: CatalogueSearch.Bytes) -> [FormPlace] {
        let (places, hash) = (placesOfAllForms, TextHash(service).value)
        let first = places.indices.partitioningIndex { places[$0].order.service >= hash }
        return places[first...].prefix { $0.order.service == hash }
            .filter { bytes[$0.service].elementsEqual(service.utf8) }
    }

    /// The places of all forms, in the order of the hashes of their services.
    private var placesOfAllForms: [FormPlace] {
        memory.placesOfAllForms.answer(0) { places(ofTypes: "").sorted { $0.order < $1.order } }
    }

    private func places(ofTypesOf prefix: String) -> [FormPlace] {
        memory.placesOfForms.answer(prefix) { places(ofTypes: "\(prefix):") }
    }

    private func places(ofTypes prefix: String) -> [FormPlace] {
        searching { search in
            var places: [FormPlace] = []
            prefix.withBytes { prefix in
                search.forEachLine(.resource, withPrefix: prefix) { line in
                    FormPlace.forEach(in: line, search.bytes) { places.append($0) }
                    return true
                }
            }
            return places
        }
    }
}
