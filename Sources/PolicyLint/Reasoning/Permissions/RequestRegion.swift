/// Requests as pairs of an action and a resource: those of a statement, without those of others.
struct RequestRegion: Sendable {
    private var actions = TextRegion.everything
    private var resources = TextRegion.everything

    /// All requests.
    static let everything = RequestRegion()

    /// What a search for a request comes to.
    enum Outcome: Hashable, Sendable {
        /// A request; its action is in lower case.
        case found(action: String, resource: String)
        /// There is none.
        case nothing
        /// It cannot be told within the budget.
        case outOfBudget

        /// Whether there is one.
        var isSomething: Answer {
            switch self {
            case .found: .yes
            case .nothing: .no
            case .outOfBudget: .unclear
            }
        }
    }

    /// What is also among the actions and resources given.
    func intersection(actions: ValueSet, resources: ValueSet) -> RequestRegion {
        RequestRegion(
            actions: self.actions.intersection(actions), resources: self.resources.intersection(resources))
    }

    /// A request of the region that is in none of some scopes.
    func example(without scopes: [StatementScope], budget: Int = 200) -> Outcome {
        var splits = budget
        return example(without: scopes[...], &splits)
    }

    /// Takes the first scope away: what it leaves has other actions, or its actions and other resources.
    private func example(without scopes: ArraySlice<StatementScope>, _ splits: inout Int) -> Outcome {
        let (action, resource) = (actions.example, resources.example)
        if action == .nothing || resource == .nothing { return .nothing }
        guard let scope = scopes.first else {
            guard case .found(let action) = action, case .found(let resource) = resource else { return .outOfBudget }
            return .found(action: action, resource: resource)
        }
        splits -= 1
        if splits < 0 { return .outOfBudget }
        let rest = scopes.dropFirst()
        let parts = [
            RequestRegion(actions: actions.subtracting(scope.actions), resources: resources),
            RequestRegion(
                actions: actions.intersection(scope.actions), resources: resources.subtracting(scope.resources)),
        ]
        var result = Outcome.nothing
        for part in parts {
            switch part.example(without: rest, &splits) {
            case .found(let action, let resource): return .found(action: action, resource: resource)
            case .nothing: break
            case .outOfBudget: result = .outOfBudget
            }
        }
        return result
    }
}
