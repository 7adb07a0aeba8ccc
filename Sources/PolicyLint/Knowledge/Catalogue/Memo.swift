import Synchronization

/// Answers that are found once and kept, for several threads.
final class Memo<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private let answers = Mutex<[Question: Answer]>([:])

    /// The answer to a question: the known one, or what `find` finds.
    func answer(_ question: Question, _ find: () -> Answer) -> Answer {
        if let known = answers.withLock({ $0[question] }) { return known }
        let answer = find()
        answers.withLock { $0[question] = answer }
        return answer
    }
}

/// What was read out of a catalogue's lines, and is asked for with every statement of every policy.
final class CatalogueMemory: Sendable {
    /// The resource types of actions, by where the actions' lines start.
    let typesOfActions = Memo<Int, [ResourceType]>()
    /// Resource types, by their names.
    let types = Memo<String, ResourceType>()
    /// Forms of ARNs, by where they start in the text.
    let forms = Memo<Int, ResourceForm?>()
    /// The forms that have a service in their ARNs, by service.
    let formsInARNs = Memo<String, [ResourceForm]>()
    /// The services that stand in ARNs; a question without words.
    let servicesInARNs = Memo<Int, Set<Substring>>()
}

/// A resource type with the forms of its ARNs.
final class ResourceType: Sendable {
    /// The forms of its ARNs; empty where the catalogue has none.
    let forms: [ResourceForm]

    init(forms: [ResourceForm]) { self.forms = forms }
}
