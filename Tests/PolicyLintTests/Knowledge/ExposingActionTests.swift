import Testing

@testable import PolicyLint

/// The actions in `rules/data/exposing-actions.txt`.
@Suite struct ExposingActionTests {
    @Test("Every line is an action, and none stands there twice")
    func everyLineIsRead() throws {
        let text = try #require(RuleData.text("exposing-actions")).description
        #expect(ExposingAction.all.count == DataLines.facts(in: text).count)
        #expect(ExposingAction.all.count > 90)
        #expect(Set(ExposingAction.all.map { $0.name.lowercased() }).count == ExposingAction.all.count)
        #expect(Set(ExposingAction.all.map(\.theme)) == [.credentials, .data, .sharing])
    }

    @Test("A line that is none is left out", arguments: ["data | s3:X", "date | s3:X | aws", "data | | aws"])
    func oddLines(line: String) {
        #expect(ExposingAction.read(line).isEmpty)
        #expect(ExposingAction.read("data | s3:X | aws").map(\.name) == ["s3:X"])
    }

    @Test("The catalogue knows every action in this spelling", arguments: ExposingAction.all)
    func actionsAreKnown(action: ExposingAction) {
        #expect(ServiceCatalogue.embedded.action(action.name)?.name == action.name)
    }

    @Test("Every action is found on any resource, not on a named one, nor denied", arguments: ExposingAction.all)
    func everyActionIsFound(action: ExposingAction) throws {
        let pattern = action.name.dropLast() + "?"
        let allow = #""Effect": "Allow", "Action": "\#(pattern)", "Resource": "*""#
        #expect(try found(action, [allow]) == [action.name])
        let named = #""Effect": "Allow", "Action": "\#(action.name)", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket""#
        #expect(try found(action, [named]) == [])
        #expect(try found(action, [allow, #""Effect": "Deny", "NotAction": "a:b", "Resource": "*""#]) == [])
    }

    /// The actions of the theme that a policy of some statements exposes.
    private func found(_ action: ExposingAction, _ statements: [String]) throws -> [String] {
        let policy = try PolicyText.policy(statements)
        let grants = OpenGrants([policy], ServiceCatalogue.embedded)
        return OpenExposure.find(action.theme, grants).map(\.action)
            .filter { $0 == action.name }
    }
}
