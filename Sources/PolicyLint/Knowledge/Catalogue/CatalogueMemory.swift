/// What was read out of a catalogue's lines, and is asked for with every statement of every policy.
final class CatalogueMemory: Sendable {
    /// The resource types of actions, by where the actions' lines start.
    let typesOfActions = Memo<Int, [ResourceType]>()
    /// Resource types, by their names.
    let types = Memo<String, ResourceType>()
    /// Forms of ARNs, by where they start in the text.
    let forms = Memo<Int, ResourceForm?>()
    /// All forms, by the service in their ARNs; a question without words.
    let formsInARNs = Memo<Int, [Substring: [ResourceForm]]>()
    /// The condition keys of actions, by where the actions' lines start.
    let keysOfActions = Memo<Int, Set<String>>()
    /// The condition keys of services.
    let keysOfServices = Memo<String, Set<String>>()
    /// The services that stand in ARNs; a question without words.
    let servicesInARNs = Memo<Int, Set<Substring>>()
}
