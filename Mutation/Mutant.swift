/// The one place in the rules that is broken in this run. Compiled by scripts/mutate together with copies of the
/// rules that ask it at every place that can break.
enum Mutant {
    /// The number of the place; 0 for none.
    private static let active = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 0 : 0

    /// Whether this is the broken place.
    static func isOn(_ number: Int) -> Bool { number == active && number != 0 }

    /// A condition, which one mutant makes always true and another always false.
    static func either(_ always: Int, _ never: Int, _ condition: @autoclosure () -> Bool) -> Bool {
        isOn(always) ? true : isOn(never) ? false : condition()
    }

    /// A value, or the other one in its place.
    static func pick<Value>(_ number: Int, _ value: Value, _ other: Value) -> Value { isOn(number) ? other : value }

    /// A value, or none.
    static func without<Value>(_ number: Int, _ value: Value?) -> Value? { isOn(number) ? nil : value }
}
