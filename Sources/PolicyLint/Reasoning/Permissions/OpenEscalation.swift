/// A way of escalation that the policies of one identity open, across their statements.
struct OpenEscalation: Sendable {
    /// The way.
    let path: EscalationPath
    /// For each of its actions a statement that allows it.
    let statements: [Statement]
    /// Whether its holder has it on themselves alone.
    var isOnSelf = false

    /// The ways that a policy opens by itself, in the order of the data.
    static func find(in policy: Policy, _ catalogue: ServiceCatalogue) -> [OpenEscalation] {
        let grants = OpenGrants([policy], catalogue)
        return find(among: grants.sketch.ways, grants)
    }

    /// Those of some ways that are open, in their order.
    static func find(among ways: [EscalationPath], _ grants: OpenGrants) -> [OpenEscalation] {
        ways.compactMap { path in
            var statements: [Statement] = []
            for action in path.actions {
                guard let statement = grants.statement(for: question(action, of: path)) else {
                    return onSelf(path, grants)
                }
                statements.append(statement)
            }
            return OpenEscalation(path: path, statements: statements)
        }
    }

    /// The way where it is open to users on themselves, and leads further there: who may rewrite their own
    /// permissions may do everything.
    private static func onSelf(_ path: EscalationPath, _ grants: OpenGrants) -> OpenEscalation? {
        guard let action = path.actions.first, changesOfUsers.contains(action) else { return nil }
        var question = question(action, of: path)
        question.isOnSelf = true
        return grants.statement(for: question).map { OpenEscalation(path: path, statements: [$0], isOnSelf: true) }
    }

    private static let changesOfUsers = ["iam:PutUserPolicy", "iam:AttachUserPolicy"]

    /// What a way needs of one of its actions.
    private static func question(_ action: String, of path: EscalationPath) -> OpenGrants.Question {
        switch path.kind {
        case .grant: OpenGrants.Question(action: ActionName(action), isChange: true)
        case .use: OpenGrants.Question(action: ActionName(action))
        case .pass(let services):
            action == EscalationPath.passing
                ? OpenGrants.Question(action: ActionName(action), services: services)
                : OpenGrants.Question(action: ActionName(action), isWide: false)
        }
    }
}
