import CServiceCatalogue
import Synchronization

extension CatalogueIndex {
    /// The index of the catalogue in the program, once so much has been asked that it pays: for one policy it
    /// would take longer to make than all searches together.
    static var worthwhile: CatalogueIndex? {
        if questions.load(ordering: .relaxed) >= manyQuestions { return embedded }
        questions.add(1, ordering: .relaxed)
        return nil
    }

    private static let questions = Atomic<Int>(0)
    private static let manyQuestions = 50

    /// Its words lie beside the text: threads would wait for each other to count references to an array of theirs.
    private static var embedded: CatalogueIndex? {
        let count = wordCount
        return policylint_catalogue_index().map { CatalogueIndex(UnsafeBufferPointer(start: $0, count: count)) }
    }

    private static let wordCount = CatalogueText.embedded.withBytes { bytes in
        let outline = CatalogueOutline(bytes)
        if let room = policylint_make_catalogue_index(outline.wordCount) {
            outline.write(to: UnsafeMutableBufferPointer(start: room, count: outline.wordCount))
        }
        return outline.wordCount
    }
}
