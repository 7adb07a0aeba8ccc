/// Which actions of a statement work on none of its resources, and which resources no action is about.
struct ResourceFit {
    /// An action that works on none of the resources of its statement.
    struct MisfitAction: Sendable {
        /// The action as written.
        let action: Located<String>
        /// The forms of the ARNs it works on; empty where it works on `*` alone.
        let forms: [ResourceForm]
    }

    /// The actions that work on none of the resources.
    private(set) var actions: [MisfitAction] = []
    /// The actions with wildcards that name a service of which none of the resources is.
    private(set) var strangers: [Located<String>] = []
    /// The resources that fit none of the actions, nor the service of one, although some other resource does. One of
    /// the same service is mostly listed on purpose: the bucket beside its objects.
    private(set) var resources: [Located<String>] = []

    /// Compares a statement's actions with its resources. Nothing is found where a resource can be anything.
    init(_ statement: Statement, _ catalogue: ServiceCatalogue) {
        guard let arns = Self.arns(of: statement) else { return }
        let known = statement.actions.compactMap { action in
            action.value.hasWildcard ? nil : catalogue.action(action.value).map { (written: action, known: $0) }
        }
        func misfits(_ judge: inout Judge) -> [MisfitAction] {
            known.compactMap { action in
                judge.works(action.known)
                    ? nil : MisfitAction(action: action.written, forms: judge.forms(of: action.known))
            }
        }
        var judge = Judge(catalogue: catalogue, arns: arns)
        actions = misfits(&judge)
        strangers = statement.actions.filter { $0.value.hasWildcard && judge.isOfOtherService($0.value) }
        if !actions.isEmpty || !strangers.isEmpty || judge.isUsed.contains(false) {
            if arns.contains(where: { Self.isUndocumented($0, catalogue) }) {
                (actions, strangers) = ([], [])
                return
            }
            judge.readAcrossFields()
            actions = misfits(&judge)
        }
        let standsForMany = known.count < statement.actions.count
        guard !standsForMany, actions.count < statement.actions.count else { return }
        resources = arns.indices.filter { !judge.isUsed[$0] && !Self.isOfService(arns[$0], statement.actions) }
            .map { statement.resources[$0] }
    }

    /// Of some actions, those that work on a resource of a statement; all, where a resource can be anything.
    static func working(_ actions: [String], in statement: Statement, _ catalogue: ServiceCatalogue) -> [String] {
        guard let arns = arns(of: statement), !arns.contains(where: { isUndocumented($0, catalogue) }) else {
            return actions
        }
        var judge = Judge(catalogue: catalogue, arns: arns)
        judge.readAcrossFields()
        return actions.filter { catalogue.action($0).map { judge.works($0) } ?? true }
    }

    /// Whether nobody can tell which actions work on a resource, since AWS lists it nowhere.
    private static func isUndocumented(_ arn: ResourceARN, _ catalogue: ServiceCatalogue) -> Bool {
        UndocumentedResource.has(arn)
            && !catalogue.resourceForms(inARNsOf: arn.service).contains { $0.hasResource(of: arn) }
    }

    /// Whether a resource is of the service of an action.
    private static func isOfService(_ arn: ResourceARN, _ actions: [Located<String>]) -> Bool {
        actions.contains { NamePattern.matches($0.value.utf8.prefix { $0 != UInt8(ascii: ":") }, arn.service.utf8) }
    }

    /// The resources in their fields; nil where there are none, or one can be anything.
    private static func arns(of statement: Statement) -> [ResourceARN]? {
        guard !statement.actions.isEmpty, let list = statement.resource.value, list.unrecognised.isEmpty else {
            return nil
        }
        var arns: [ResourceARN] = []
        arns.reserveCapacity(list.items.count)
        for index in list.items.indices {
            guard let arn = ResourceARN.of(index, in: list) ?? widened(list.items[index].value) else { return nil }
            arns.append(arn)
        }
        return arns.isEmpty ? nil : arns
    }

    /// An ARN whose last `*` stands for the fields that are missing, with a `*` for each of them: whatever AWS makes of
    /// it, it stands for no more.
    private static func widened(_ text: String) -> ResourceARN? {
        guard text.hasPrefix("arn:"), text.hasSuffix("*"), !text.hasVariable else { return nil }
        let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
        guard colons == 3 || colons == 4 else { return nil }
        return ResourceARN.of(text + String(repeating: ":*", count: 5 - colons))
    }

    /// Remembers what was found of the resource types, which the actions of a statement mostly share.
    private struct Judge {
        let catalogue: ServiceCatalogue
        let arns: [ResourceARN]
        /// Whether an action works on each of the resources.
        var isUsed: [Bool]
        /// The resource types that were looked at: few, so that a list is faster than a dictionary.
        private var uses: [(type: ResourceType, isUse: Bool)] = []
        private var readsAcrossFields = false

        init(catalogue: ServiceCatalogue, arns: [ResourceARN]) {
            self.catalogue = catalogue
            self.arns = arns
            isUsed = arns.map { _ in false }
        }

        /// Looks again, now also where a `*` may reach over a resource's fields. That is slow, and seldom needed.
        mutating func readAcrossFields() {
            readsAcrossFields = true
            uses.removeAll()
        }

        /// Whether an action works on one of the resources.
        mutating func works(_ action: ServiceAction) -> Bool {
            let types = catalogue.resourceTypes(of: action)
            if types.isEmpty { return useWithoutType(action.service) }
            var works = false
            for type in types where use(type) { works = true }
            return works
        }

        /// Whether a resource is `arn:aws:s3:::*` or the like, which stands for all that a service has. AWS may
        /// compare the others, too, with actions for which it documents no type.
        private mutating func useWithoutType(_ prefix: Substring) -> Bool {
            let service = String(prefix)
            var works = false
            for (index, arn) in arns.enumerated()
            where arn.service == service || NamePattern.matches(service.utf8, arn.service.utf8) {
                isUsed[index] = true
                works = works || arn.resource.utf8.first == UInt8(ascii: "*")
            }
            return works
        }

        /// Whether an action names a service, and none of the resources can be one of its own.
        func isOfOtherService(_ action: String) -> Bool {
            let prefix = action.prefix { $0 != ":" }.lowercased()
            // A quick look: most services have their prefix in their ARNs, and most resources are of the action's service.
            if arns.contains(where: { $0.service == prefix }) && catalogue.hasServiceInARNs(prefix) { return false }
            guard !prefix.hasWildcard, catalogue.hasService(prefix) else { return false }
            let own = catalogue.servicesInARNs(ofService: prefix)
            return !own.isEmpty
                && arns.allSatisfy { arn in !own.contains { NamePattern.matches($0.utf8, arn.service.utf8) } }
        }

        func forms(of action: ServiceAction) -> [ResourceForm] {
            catalogue.resourceTypes(of: action).flatMap(\.forms)
        }

        /// Whether a resource is of this type; all that are, are noted.
        private mutating func use(_ type: ResourceType) -> Bool {
            if let known = uses.first(where: { $0.type === type }) { return known.isUse }
            var isUse = type.forms.isEmpty
            for (index, arn) in arns.enumerated() where type.forms.contains(where: { fits($0, arn) }) {
                isUsed[index] = true
                isUse = true
            }
            uses.append((type, isUse))
            return isUse
        }

        private func fits(_ form: ResourceForm, _ arn: ResourceARN) -> Bool {
            form.fits(arn) || (readsAcrossFields && form.fitsAcrossFields(arn))
        }
    }
}
