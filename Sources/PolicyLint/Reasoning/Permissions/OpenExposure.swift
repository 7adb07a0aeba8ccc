/// An action that exposes something, and that a policy allows on any resource.
struct OpenExposure: Sendable {
    /// The action.
    let action: String
    /// A statement that allows it.
    let statement: Statement

    /// Those of a theme, in the order of the data.
    static func find(_ theme: ExposingAction.Theme, _ grants: OpenGrants) -> [OpenExposure] {
        // Who may do everything may do this, too.
        if grants.sketch.allowsEverything { return [] }
        return grants.sketch.exposing(theme).compactMap { action in
            grants.statement(for: OpenGrants.Question(action: action)).map {
                OpenExposure(action: action.text, statement: $0)
            }
        }
    }
}
