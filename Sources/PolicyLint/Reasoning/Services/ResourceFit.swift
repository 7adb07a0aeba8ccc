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

    /// Compares a statement's actions with its resources. Nil where all fits, or a resource can be anything.
    init?(_ statement: Statement, _ judge: inout Judge) {
        guard judge.take(statement), let list = statement.action.value else { return nil }
        for place in list.sketches.indices where !list.sketches[place].traits.contains(.wildcard) {
            judge.add(list.items[place].value, list.sketches[place].hash, at: place)
        }
        let foreign = list.sketches.indices.filter { place in
            list.sketches[place].traits.contains(.wildcard) && judge.isOfOtherService(list.items[place].value)
        }
        // A quick look: most statements fit.
        if judge.misfits.isEmpty, foreign.isEmpty, judge.unusedCount == 0 { return nil }
        if judge.hasUndocumented { return nil }
        judge.compareAcrossFields()
        actions = judge.misfits.map { misfit in
            MisfitAction(action: list.items[misfit.place], forms: misfit.types.flatMap { $0.forms })
        }
        strangers = foreign.map { list.items[$0] }
        if judge.namedCount == list.items.count, actions.count < list.items.count {
            for (place, target) in judge.targets.enumerated()
            where !target.isUsed && !Self.isOfService(target.arn, statement.actions) {
                resources.append(statement.resources[place])
            }
        }
        if actions.isEmpty, strangers.isEmpty, resources.isEmpty { return nil }
    }

    /// Of some actions, those that work on a resource of a statement; all, where a resource can be anything.
    static func working(_ actions: [String], in statement: Statement, _ catalogue: ServiceCatalogue) -> [String] {
        var judge = Judge(catalogue)
        guard judge.take(statement), !judge.hasUndocumented else { return actions }
        for (place, action) in actions.enumerated() { judge.add(action, TextHash(action), at: place) }
        judge.compareAcrossFields()
        let misfits = Set(judge.misfits.map { $0.place })
        return actions.indices.filter { !misfits.contains($0) }.map { actions[$0] }
    }

    /// Whether a resource is of the service of an action.
    private static func isOfService(_ arn: ResourceARN, _ actions: JSONStrings) -> Bool {
        actions.contains { NamePattern.matches($0.value.utf8.prefix { $0 != UInt8(ascii: ":") }, arn.service.utf8) }
    }

    /// An ARN whose last `*` stands for the fields that are missing, with a `*` for each of them: whatever AWS makes of
    /// it, it stands for no more.
    private static func widened(_ text: String) -> ResourceARN? {
        guard text.hasPrefix("arn:"), text.hasSuffix("*"), !text.hasVariable else { return nil }
        let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
        guard colons == 3 || colons == 4 else { return nil }
        return ResourceARN.of(text + String(repeating: ":*", count: 5 - colons))
    }

    /// A resource of a statement.
    struct Target {
        let arn: ResourceARN
        /// What tells it from most others, at hand.
        let sketch: ResourceSketch
        /// Whether an action works on it, as far as is known.
        var isUsed = false

        init(_ arn: ResourceARN) {
            self.arn = arn
            sketch = arn.sketch
        }
    }

    /// Compares the resources of a statement with actions that are named in full: each of their types once with all of the
    /// resources, since actions mostly share their types. One judge does for many statements.
    struct Judge {
        let catalogue: ServiceCatalogue
        /// The resources.
        private(set) var targets: [Target] = []
        /// How many of the resources no action works on.
        private(set) var unusedCount = 0
        /// How many of the actions the catalogue knows.
        private(set) var namedCount = 0
        /// The places of the actions that work on none of the resources, and their types.
        private(set) var misfits: [(place: Int, types: [ResourceType])] = []
        /// The types that were compared, and whether one of the resources is of each of them.
        private var compared: [(type: ResourceType, isMet: Bool)] = []
        /// Where a type is looked for first among them: the next action mostly has the same types, in the same order.
        private var next = 0

        init(_ catalogue: ServiceCatalogue) { self.catalogue = catalogue }

        /// Takes up the resources of a statement; false where there are none, or one can be anything.
        mutating func take(_ statement: Statement) -> Bool {
            // A quick look: `*` alone is the commonest of all.
            if statement.resources.count == 1, statement.resources[0].value.isStar { return false }
            guard !statement.actions.isEmpty, let list = statement.resource.value, list.unrecognised.isEmpty else {
                return false
            }
            targets.removeAll(keepingCapacity: true)
            for index in list.items.indices {
                guard let arn = ResourceARN.of(index, in: list) ?? ResourceFit.widened(list.items[index].value) else {
                    return false
                }
                targets.append(Target(arn))
            }
            unusedCount = targets.count
            namedCount = 0
            misfits = []
            compared.removeAll(keepingCapacity: true)
            return !targets.isEmpty
        }

        /// Whether nobody can tell which actions work on one of the resources, since AWS lists it nowhere.
        var hasUndocumented: Bool {
            targets.contains { target in
                UndocumentedResource.has(target.arn)
                    && !catalogue.resourceForms(inARNsOf: target.arn.service).contains {
                        $0.hasResource(of: target.arn)
                    }
            }
        }

        /// Takes up an action; one that the catalogue does not know is left out.
        mutating func add(_ name: String, _ hash: TextHash, at place: Int) {
            guard let types = catalogue.resourceTypes(ofAction: name, hash) else { return }
            namedCount += 1
            var works = types.isEmpty && useWithoutType(name)
            // A quick look: where the action works, other types of it have nothing to say of resources that are used.
            for index in types.indices where !works || unusedCount > 0 {
                if isMet(index, of: types) { works = true }
            }
            if !works { misfits.append((place, types)) }
        }

        /// Whether one of the resources is of one of some types, field by field.
        private mutating func isMet(_ place: Int, of types: [ResourceType]) -> Bool {
            let line = types[place].line
            if let known = knownPlace(ofTypeAt: line) {
                next = known + 1
                return compared[known].isMet
            }
            let sketch = types[place].sketch
            var isMet = types[place].forms.isEmpty
            for index in targets.indices where !isMet || !targets[index].isUsed {
                // A quick look: most types are of other services, or begin otherwise.
                if sketch.mayMeet(targets[index].sketch), types[place].fits(targets[index].arn) {
                    isMet = true
                    use(index)
                }
            }
            compared.append((types[place], isMet))
            return isMet
        }

        /// The place of a type that was compared, by where its line starts.
        private func knownPlace(ofTypeAt line: Int) -> Int? {
            if next < compared.count, compared[next].type.line == line { return next }
            return compared.firstIndex { $0.type.line == line }
        }

        /// Notes that an action works on a resource.
        private mutating func use(_ index: Int) {
            if targets[index].isUsed { return }
            targets[index].isUsed = true
            unusedCount -= 1
        }

        /// Looks again, now also where a `*` may reach over a resource's fields. That is slow, and seldom needed.
        mutating func compareAcrossFields() {
            for index in targets.indices where !misfits.isEmpty || !targets[index].isUsed {
                let arn = targets[index].arn
                guard let tail = arn.tail else { continue }
                for place in compared.indices where !compared[place].isMet || !targets[index].isUsed {
                    guard compared[place].type.forms.contains(where: { $0.fitsAcrossFields(arn, tail) }) else {
                        continue
                    }
                    compared[place].isMet = true
                    use(index)
                }
            }
            misfits = misfits.filter { misfit in
                !misfit.types.contains { type in compared.contains { $0.type.line == type.line && $0.isMet } }
            }
        }

        /// Whether a resource is `arn:aws:s3:::*` or the like, which stands for all that a service has. AWS may
        /// compare the others, too, with actions for which it documents no type.
        private mutating func useWithoutType(_ action: String) -> Bool {
            let prefix = Self.prefix(of: action)
            var works = false
            for index in targets.indices {
                let arn = targets[index].arn
                guard arn.service == prefix || NamePattern.matches(prefix.utf8, arn.service.utf8) else { continue }
                use(index)
                works = works || arn.resource.utf8.first == UInt8(ascii: "*")
            }
            return works
        }

        private static func prefix(of action: String) -> Substring {
            Substring(action.utf8.prefix { $0 != UInt8(ascii: ":") })
        }

        /// Whether an action names a service, and none of the resources can be one of its own.
        func isOfOtherService(_ action: String) -> Bool {
            let prefix = Self.prefix(of: action).lowercased()
            // A quick look: most services have their prefix in their ARNs, and most resources are of the action's service.
            if targets.contains(where: { $0.arn.service == prefix }) {
                if catalogue.hasOwnPrefixInARNs(prefix) || catalogue.hasServiceInARNs(prefix) { return false }
            }
            guard !prefix.hasWildcard, catalogue.hasService(prefix) else { return false }
            let own = catalogue.servicesInARNs(ofService: prefix)
            return !own.isEmpty
                && targets.allSatisfy { target in
                    !own.contains { NamePattern.matches($0.utf8, target.arn.service.utf8) }
                }
        }
    }
}
