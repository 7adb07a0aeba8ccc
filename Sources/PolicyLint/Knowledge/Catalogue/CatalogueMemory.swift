/// What was read out of a catalogue's lines, and is asked for with every statement of every policy.
final class CatalogueMemory: Sendable {
    /// The resource types of actions, by what policies call them.
    let typesOfActions = TextMemo<[ResourceType]?>(limit: 8_192)
    /// Resource types, by their names.
    let types = TextMemo<ResourceType>()
    /// Forms of ARNs, by where they start in the text.
    let forms = Memo<Int, ResourceForm?>()
    /// Where the forms of all resource types stand; a question without words.
    let placesOfAllForms = Memo<Int, [FormPlace]>()
    /// Where the forms stand of a service's resource types.
    let placesOfForms = TextMemo<[FormPlace]>()
    /// The forms with a service in their ARNs.
    let formsInARNs = TextMemo<[ResourceForm]>()
    /// How the catalogue stands to patterns of actions.
    let standings = TextMemo<ServiceCatalogue.Standing>(limit: 4_096)
    /// Condition keys, by what policies call them.
    let keys = TextMemo<ConditionKey?>(limit: 4_096)
    /// The condition keys of actions, by what policies call them.
    let keysOfActions = TextMemo<ActionKeys?>(limit: 8_192)
    /// The condition keys of resource types, by their names.
    let keysOfTypes = TextMemo<[KeyFamily]>()
    /// Whether AWS documents a condition key for anything of a service.
    let servicesWithKeys = Memo<ServiceKey, Bool>()
    /// Whether services are known by the names that ARNs have for them.
    let knownServices = TextMemo<Bool>(limit: 4_096)
    /// Resources that stand for any of the types that an action needs, by the action.
    let probesOfActions = TextMemo<[ResourceProbe]>()
    /// What may be wrong with resources: the policies of an account name the same again and again.
    let resources = TextMemo<DoubtfulResource.Finding>(limit: 4_096)
    /// What variables are to rules, by what stands between their braces.
    let variables = TextMemo<VariableTraits>(limit: 4_096)
}
