/// All controls, in the order of the checklist.
public enum ControlCatalogue {
    /// The metadata of all controls, by group, step of the guides and id.
    public static let all: [ControlMetadata] = controls.map { $0.metadata }

    /// The controls in the same order.
    static let controls: [any Control.Type] = ControlIndex.all.sorted { left, right in
        rank(left.metadata) < rank(right.metadata)
    }

    /// The metadata of one control.
    public static func metadata(for id: String) -> ControlMetadata? { all.first { $0.id == id } }

    private static func rank(_ control: ControlMetadata) -> (Int, Int, String) {
        (ControlMetadata.Group.allCases.firstIndex(of: control.group) ?? 0, control.guide ?? .max, control.id)
    }
}
