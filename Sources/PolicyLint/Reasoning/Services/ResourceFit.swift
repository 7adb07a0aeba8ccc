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
        guard let list = statement.action.value, let arns = Self.arns(of: statement) else { return }
        var judge = Judge(catalogue, arns, count: list.items.count)
        for place in list.items.indices where !list.sketches[place].traits.contains(.wildcard) {
            judge.add(list.items[place].value, at: place)
        }
        judge.compare()
        let foreign = list.items.indices.filter { place in
            list.sketches[place].traits.contains(.wildcard) && judge.isOfOtherService(list.items[place].value)
        }
        if judge.hasMisfits || !foreign.isEmpty || judge.isUsed.contains(false) {
            if arns.contains(where: { Self.isUndocumented($0, catalogue) }) { return }
            judge.compareAcrossFields()
            actions = judge.misfits.map { place, action in
                MisfitAction(
                    action: list.items[place], forms: catalogue.resourceTypes(of: action).flatMap(\.forms))
            }
        }
        strangers = foreign.map { list.items[$0] }
        guard judge.namedCount == list.items.count, actions.count < list.items.count else { return }
        resources = arns.indices.filter { !judge.isUsed[$0] && !Self.isOfService(arns[$0], statement.actions) }
            .map { statement.resources[$0] }
    }

    /// Of some actions, those that work on a resource of a statement; all, where a resource can be anything.
    static func working(_ actions: [String], in statement: Statement, _ catalogue: ServiceCatalogue) -> [String] {
        guard let arns = arns(of: statement), !arns.contains(where: { isUndocumented($0, catalogue) }) else {
            return actions
        }
        var judge = Judge(catalogue, arns, count: actions.count)
        for (place, action) in actions.enumerated() { judge.add(action, at: place) }
        judge.compare()
        judge.compareAcrossFields()
        let misfits = Set(judge.misfits.map(\.place))
        return actions.indices.filter { !misfits.contains($0) }.map { actions[$0] }
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
        // A quick look: `*` alone is the commonest of all.
        if list.items.count == 1, list.items[0].value.utf8.count == 1 { return nil }
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

    /// Compares the resources with actions that are named in full: first all types of all actions with each of the
    /// resources, since actions mostly share their types.
    private struct Judge {
        let catalogue: ServiceCatalogue
        let arns: [ResourceARN]
        /// Whether an action works on each of the resources.
        private(set) var isUsed: [Bool]
        private var named: [Named] = []
        /// The types of all actions, each once.
        private var types: [ResourceType] = []
        /// Their sketches.
        private var sketches: [ResourceSketch] = []
        /// Whether one of the resources is of each of the types.
        private var isMet: [Bool] = []
        /// The types of the actions, one action after the other, by their places in `types`.
        private var typesOfActions: [Int] = []

        /// An action that the catalogue knows.
        private struct Named {
            let place: Int
            let action: ServiceAction
            /// Its types in `typesOfActions`.
            let types: Range<Int>
            /// Whether it has none, and works on a resource nevertheless.
            let worksWithoutType: Bool
        }

        /// Takes up resources, with which no more than so many actions will be compared.
        init(_ catalogue: ServiceCatalogue, _ arns: [ResourceARN], count: Int) {
            self.catalogue = catalogue
            self.arns = arns
            isUsed = Array(repeating: false, count: arns.count)
            named.reserveCapacity(count)
            typesOfActions.reserveCapacity(2 * count)
        }

        /// How many of the actions the catalogue knows.
        var namedCount: Int { named.count }

        /// Takes up an action; one that the catalogue does not know is left out.
        mutating func add(_ name: String, at place: Int) {
            guard let action = catalogue.action(name) else { return }
            let start = typesOfActions.count
            for type in catalogue.resourceTypes(of: action) {
                if let known = types.firstIndex(where: { $0 === type }) {
                    typesOfActions.append(known)
                } else {
                    typesOfActions.append(types.count)
                    types.append(type)
                    sketches.append(type.sketch)
                    isMet.append(type.forms.isEmpty)
                }
            }
            let own = start..<typesOfActions.count
            named.append(
                Named(
                    place: place, action: action, types: own,
                    worksWithoutType: own.isEmpty && useWithoutType(action.service)))
        }

        /// Finds the types of which the resources are, field by field.
        mutating func compare() {
            for index in arns.indices {
                let arn = arns[index]
                // A quick look: most types are of other services, or begin otherwise.
                for place in types.indices where sketches[place].mayMeet(arn.sketch) && types[place].fits(arn) {
                    isMet[place] = true
                    isUsed[index] = true
                }
            }
        }

        /// Looks again, now also where a `*` may reach over a resource's fields. That is slow, and seldom needed.
        mutating func compareAcrossFields() {
            for index in arns.indices where arns[index].mayCrossFields {
                for place in types.indices where !isMet[place] || !isUsed[index] {
                    guard types[place].forms.contains(where: { $0.fitsAcrossFields(arns[index]) }) else { continue }
                    isMet[place] = true
                    isUsed[index] = true
                }
            }
        }

        /// Whether an action works on none of the resources.
        var hasMisfits: Bool { named.contains { !works($0) } }

        /// The actions that work on none of the resources, and their places.
        var misfits: [(place: Int, action: ServiceAction)] {
            named.filter { !works($0) }.map { ($0.place, $0.action) }
        }

        private func works(_ action: Named) -> Bool {
            action.worksWithoutType || action.types.contains { isMet[typesOfActions[$0]] }
        }

        /// Whether a resource is `arn:aws:s3:::*` or the like, which stands for all that a service has. AWS may
        /// compare the others, too, with actions for which it documents no type.
        private mutating func useWithoutType(_ prefix: Substring) -> Bool {
            var works = false
            for (index, arn) in arns.enumerated()
            where arn.service == prefix || NamePattern.matches(prefix.utf8, arn.service.utf8) {
                isUsed[index] = true
                works = works || arn.resource.utf8.first == UInt8(ascii: "*")
            }
            return works
        }

        /// Whether an action names a service, and none of the resources can be one of its own.
        func isOfOtherService(_ action: String) -> Bool {
            let prefix = action.prefix { $0 != ":" }.lowercased()
            // A quick look: most services have their prefix in their ARNs, and most resources are of the action's service.
            if arns.contains(where: { $0.service == prefix }) {
                if catalogue.hasOwnPrefixInARNs(prefix) || catalogue.hasServiceInARNs(prefix) { return false }
            }
            guard !prefix.hasWildcard, catalogue.hasService(prefix) else { return false }
            let own = catalogue.servicesInARNs(ofService: prefix)
            return !own.isEmpty
                && arns.allSatisfy { arn in !own.contains { NamePattern.matches($0.utf8, arn.service.utf8) } }
        }
    }
}
