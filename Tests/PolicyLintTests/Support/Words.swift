/// All words over some letters up to a length: a world that is small enough to look at as a whole.
func words(_ letters: String, upTo length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
        last = last.flatMap { word in letters.map { word + String($0) } }
        all += last
    }
    return all
}
