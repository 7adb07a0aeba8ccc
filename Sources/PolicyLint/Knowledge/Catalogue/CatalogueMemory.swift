/// What was read out of a catalogue's lines, and is asked for with every statement of every policy.
final class CatalogueMemory: Sendable {
    /// The resource types of actions, by where the actions' lines start.
    let typesOfActions = Memo<Int, [ResourceType]>()
    /// Resource types, by their names.
    let types = Memo<String, ResourceType>()
    /// Forms of ARNs, by where they start in the text.
    let forms = Memo<Int, ResourceForm?>()
    /// Where the forms stand of the resource types whose names begin alike.
    let placesOfForms = Memo<String, [FormPlace]>()
    /// The forms with a service in their ARNs.
    let formsInARNs = Memo<String, [ResourceForm]>()
    /// How the catalogue stands to patterns of actions.
    let standings = Memo<SketchedText, ServiceCatalogue.Standing>(limit: 4_096)
    /// Condition keys, by what policies call them.
    let keys = Memo<String, ConditionKey?>(limit: 4_096)
    /// The condition keys of actions, by where the actions' lines start.
    let keysOfActions = Memo<Int, Set<KeyFamily>>()
    /// The condition keys of resource types, by their names.
    let keysOfTypes = Memo<String, Set<KeyFamily>>()
    /// The condition keys of services.
    let keysOfServices = Memo<String, Set<KeyFamily>>()
    /// Where the forms of all resource types stand, by the services in their ARNs; a question without words.
    let placesByServiceInARN = Memo<Int, [String: [FormPlace]]>()
    /// Whether services are known by the names that ARNs have for them.
    let knownServices = Memo<String, Bool>(limit: 4_096)
    /// Resources that stand for any of the types that an action needs, by the action.
    let probesOfActions = Memo<ActionName, [ResourceProbe]>()
    /// What is wrong with ARNs, by their texts: the policies of an account name the same resources again and again.
    let misfits = Memo<SketchedText, MisfitResource.Finding?>(limit: 4_096)
}
