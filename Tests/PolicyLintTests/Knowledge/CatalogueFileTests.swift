import Foundation
import Testing

@testable import PolicyLint

/// The catalogue as a file: in order, and fresh.
@Suite struct CatalogueFileTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let head = "# PolicyLint service catalogue, format 1, of 2027-01-31\n# source: somebody, MIT: all\n"
    private static let facts = "a\tx:Do\tWrite\tthing*\tx:Key\nk\tx:Key\tBool\ns\tx\tExample\n"

    @Test("Every line of the catalogue in the program is a fact, in its order")
    func embedded() throws {
        let bytes = ServiceCatalogue.embedded.text.withBytes { Array($0) }
        try CatalogueCheck.check(bytes)
        let given = try ServiceCatalogue(bytes)
        #expect(given.date == ServiceCatalogue.embedded.date)
        #expect(given.action("s3:getobject")?.name == "s3:GetObject")
    }

    @Test("Every line can be found by its name")
    func everyLineIsFound() {
        let catalogue = ServiceCatalogue.embedded
        for kind in CatalogueKind.allCases {
            let names = catalogue.lines(kind, withPrefix: "").map(\.name)
            #expect(!names.isEmpty)
            #expect(names.allSatisfy { catalogue.line(kind, $0)?.name == $0 })
        }
    }

    @Test("What an action names, the catalogue has")
    func nothingIsMissing() {
        let catalogue = ServiceCatalogue.embedded
        for action in catalogue.actions(matching: "*") {
            #expect(catalogue.hasService(action.service))
            for resource in action.resources where catalogue.resource("\(action.service):\(resource.name)") == nil {
                Issue.record("\(action.name) works on \(resource.name), which is unknown")
            }
            for name in action.dependentActions where catalogue.action(name) == nil {
                Issue.record("\(action.name) depends on \(name), which is unknown")
            }
            for key in action.ownConditionKeys where catalogue.conditionKey(key) == nil {
                Issue.record("\(action.name) has the key \(key), which is unknown")
            }
        }
    }

    @Test("The names of API, CLI and console are those of rules/data/other-names.txt, none of which IAM knows")
    func otherNames() throws {
        let text = try String(contentsOf: Self.root.appending(path: "rules/data/other-names.txt"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        let catalogue = ServiceCatalogue.embedded
        #expect(rows.count == catalogue.lines(.otherName, withPrefix: "").count)
        for row in rows {
            #expect(catalogue.names(meantBy: row[0]) == row[1].split(separator: ",").map(String.init), "\(row)")
            #expect(catalogue.action(row[0]) == nil && !catalogue.hasService(row[0]), "\(row)")
        }
    }

    @Test("A catalogue that a person gives is read")
    func given() throws {
        let catalogue = try ServiceCatalogue(Array((Self.head + Self.facts).utf8))
        #expect(catalogue.date == "2027-01-31")
        #expect(catalogue.sources == ["somebody, MIT: all"])
        #expect(catalogue.action("X:do")?.resources == [ServiceAction.Resource(name: "thing", isRequired: true)])
        #expect(catalogue.conditionKey("x:key")?.type == .bool)
        #expect(catalogue.standing(of: "s3:GetObject") == .unknownService)
        #expect(catalogue.standing(of: "x:Un*") == .unknownAction)
        #expect(catalogue.servicePrincipal("lambda.amazonaws.com") == nil)
    }

    /// Damaged texts, each with the line that is wrong.
    private static let damagedTexts: [(String, Int)] = [
        ("", 1),
        ("{}\n", 1),
        ("# PolicyLint service catalogue, format 2, of 2027-01-31\n", 1),
        ("# PolicyLint service catalogue, format 1, of yesterday..\n", 1),
        ("\(head)", 2),
        ("\(head)s\tx", 3),
        ("\(head)\(facts)s\ta\tOut of order\n", 6),
        ("\(head)\(facts)\(facts)", 6),
        ("\(head)\(facts)\n", 6),
        ("\(head)a\tx:Do\n", 3),
        ("\(head)a\tx:Do\tAdmin\n", 3),
        ("\(head)a\tDo\tRead\n", 3),
        ("\(head)k\tx:Key\tText\n", 3),
        ("\(head)colour\tx\n", 3),
        ("\(head)s\tx\tÉxample\n", 3),
        ("\(head)p\t\n", 3),
    ]

    @Test("A damaged catalogue is refused at the line that is wrong", arguments: damagedTexts)
    func damaged(text: String, line: Int) {
        let error = #expect(throws: CatalogueError.self) { try ServiceCatalogue(Array(text.utf8)) }
        #expect(error?.line == line, "\(text)")
    }

    @Test(
        "The catalogue is what its packages say",
        .enabled("set POLICYLINT_CHECK_CATALOGUE=1 to download the packages and compare") {
            ProcessInfo.processInfo.environment["POLICYLINT_CHECK_CATALOGUE"] != nil
        },
        .enabled("Python 3 with pip is needed") { Tool.succeeds("python3", "-m", "pip", "--version") })
    func fresh() throws {
        let result = try #require(Tool.run(["scripts/update-catalogue", "--check"], in: Self.root))
        #expect(result.status == 0, "\(result.output)")
    }
}
