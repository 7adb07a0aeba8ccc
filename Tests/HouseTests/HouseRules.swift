@testable import PolicyLint

/// The rules as the house sees them.
enum HouseRules {
    /// The names of the rules' types.
    static let typeNames = Set(RuleCatalogue.rules.map { String(describing: $0) })

    /// The protocols that rules conform to.
    static let protocols = Set(
        Checkout.swiftFiles(below: "Sources/PolicyLint/Rules").filter { $0.stem == "Rule" }
            .flatMap { SwiftCode($0.text ?? "").declaredTypes })

    /// The Swift files of the wings.
    static let files = Checkout.swiftFiles(below: "Sources/PolicyLint/Rules").filter { $0.folders.count > 3 }
}
