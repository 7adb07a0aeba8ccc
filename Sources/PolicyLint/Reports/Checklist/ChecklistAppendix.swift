/// What a form of the checklist may show besides the lines.
public struct ChecklistAppendix: Sendable {
    /// What the linter found in the files; nil where it was not asked.
    public var findings: Report?
    /// Who can become whom.
    public var picture = AccessPicture()
    /// What Graphviz answers to the `dot` of the picture's `AccessDrawing`; nil where it is not there.
    public var layout: String?
    /// The day from which ages count.
    public var day: Timestamp?

    /// An appendix with nothing in it.
    public init() {}
}
