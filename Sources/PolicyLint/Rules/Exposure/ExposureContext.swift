extension RuleContext {
    /// Reports all actions of a theme that a policy allows on any resource, in one finding: at the first place
    /// that allows one.
    ///
    /// - Parameter message: The message, of what is allowed on what, in words.
    mutating func reportExposure(_ theme: ExposingAction.Theme, _ message: (String) -> Message) {
        let found = OpenExposure.find(theme, openGrants)
        // A quick look: most policies expose nothing.
        if found.isEmpty { return }
        var places: [(place: Located<String>, actions: [String])] = []
        for exposure in found {
            guard let place = exposure.statement.place(of: exposure.action) else { continue }
            if let index = places.firstIndex(where: { $0.place.span == place.span }) {
                places[index].actions.append(exposure.action)
            } else {
                places.append((place, [exposure.action]))
            }
        }
        places.sort { $0.place.span < $1.place.span }
        guard let first = places.first else { return }
        let related = places.dropFirst().map {
            Diagnostic.Related("\($0.actions.inWords) allowed here", at: $0.place.span)
        }
        let actions = places.flatMap(\.actions).inWords
        report(message("\(actions) allowed \(Self.extent(of: found))"), at: first.place.span, related: related)
    }

    /// On what it is allowed, in words.
    private static func extent(of found: [OpenExposure]) -> String {
        if found.contains(where: { exposure in
            exposure.statement.resources.contains { GlobPattern.isEveryResource($0.value) }
        }) {
            return "on every resource"
        }
        return found.contains { !$0.statement.notResource.isAbsent }
            ? "on every resource that is not excepted" : "on resources of whatever name"
    }
}

extension [String] {
    /// The names as a message lists them, with the verb: the first three, and how many more there are.
    var inWords: String {
        let shown = prefix(count == 4 ? 4 : 3).map { "`\($0)`" }
        let more = count - shown.count
        if more > 0 { return shown.joined(separator: ", ") + " and \(more) more are" }
        guard let last = shown.last, shown.count > 1 else { return shown.joined() + " is" }
        return shown.dropLast().joined(separator: ", ") + " and \(last) are"
    }
}
