/// Writes `apply.sh`: the steps in their order, each of which runs where a person says yes to it.
///
/// The commands of a step are a here-document that the shell leaves as it is: what a person is shown is what
/// runs.
struct ApplyScript {
    private let steps: [CorrectionStep]
    private let accountID: String
    /// For each step, the files one of which is there as long as nobody else changed what it replaces.
    private let expected: [[[String]]]

    init(_ steps: [CorrectionStep], accountID: String) {
        self.steps = steps
        self.accountID = accountID
        // Several steps may replace one document, one after the other.
        var files: [String: [String]] = [:]
        expected = steps.map { step in
            step.replaces.map { replaced in
                let before = files[replaced.reading] ?? [replaced.before?.path ?? Replacement.nothing]
                let all = before + replaced.after.filter { !before.contains($0) }
                files[replaced.reading] = all
                return all
            }
        }
    }

    /// The script.
    var text: String {
        let numbers = Dictionary(steps.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: max)
        var body = steps.enumerated().map { write($1, number: $0 + 1, numbers) }
        if takesTurns, let first = steps.firstIndex(where: { $0.takesFrom != nil }) {
            body.insert(Self.turns, at: first)
            body.append("done\n")
        }
        return ([opening] + body + [steps.isEmpty ? Self.emptiness : Self.ending]).joined(separator: "\n")
    }

    /// Whether rights are taken from several users, one of whom may run the script. These steps are the last.
    private var takesTurns: Bool { steps.count { $0.takesFrom != nil } > 1 }

    private func write(_ step: CorrectionStep, number: Int, _ numbers: [String: Int]) -> String {
        var lines = ["# \(number). \(step.title)"]
        lines += step.closes.map { "# Closes: \(Self.name(of: $0))" }
        lines += step.prepares.map { "# Prepares: \(Self.name(of: $0))" }
        if let caution = step.caution { lines.append("# Take care: \(caution)") }
        var conditions: [String] = []
        if takesTurns, let user = step.takesFrom { conditions.append("is_turn \(ShellWord.quote(user))") }
        conditions.append("is_open \(number)")
        conditions += step.after.compactMap { numbers[$0] }.sorted().map { "follows \(number) \($0)" }
        conditions += step.mfaUsers.map { "has_mfa \(number) \(ShellWord.quote($0))" }
        conditions += zip(step.replaces, expected[number - 1]).map { replaced, files in
            let words = ["is_still", String(number), ShellWord.quote(replaced.reading)]
            return (words + files.map { ShellWord.quote($0) }).joined(separator: " ")
        }
        let words = [step.title, Self.lines(of: step), step.caution ?? ""]
        let call = (["step", String(number)] + words.map { ShellWord.quote($0) }).joined(separator: " ")
        lines.append((conditions + [call]).joined(separator: " && ") + " <<'COMMANDS'")
        return (lines + step.commands + ["COMMANDS", ""]).joined(separator: "\n")
    }

    /// What a step has to do with the checklist, in words.
    static func lines(of step: CorrectionStep) -> String {
        let closes = step.closes.map { name(of: $0) }.joined(separator: "; ")
        let prepares = step.prepares.map { name(of: $0) }.joined(separator: "; ")
        if !closes.isEmpty { return "closes: " + closes }
        return prepares.isEmpty ? "closes no line, and corrects what `policylint check` finds" : "prepares: " + prepares
    }

    /// A line of the checklist, in words.
    static func name(of line: ChecklistLine) -> String {
        line.subject.name.map { "\(line.control), \(line.subject.sort) \($0)" } ?? line.control
    }

    private var opening: String {
        """
        #!/bin/sh
        # shellcheck disable=SC2016 # Backticks are for people.
        # Corrects the account \(accountID), step by step. Nothing is done without a yes: every step says what it
        # does and which line of the checklist it closes, shows its commands, and asks. What was done is kept in
        # applied.txt; run the script again for what is left. It stops where a command fails.
        set -u
        cd "$(dirname "$0")" || exit 2
        account=\(ShellWord.quote(accountID))
        export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off
        left=0
        exec 3<&0 </dev/null
        touch applied.txt || exit 2

        # is_open NUMBER: whether a step is not done yet.
        is_open() { ! grep -qx "$1" applied.txt; }

        # later NUMBER REASON: leaves a step for another time.
        later() {
            printf '\\n%s. waits: %s\\n' "$1" "$2"
            left=$((left + 1))
            return 1
        }

        # follows NUMBER STEP: whether the step before is done.
        follows() { grep -qx "$2" applied.txt || later "$1" "it goes after step $2"; }

        # has_mfa NUMBER USER: whether a user has an MFA device. Without one, nobody could assume the role.
        has_mfa() {
            devices="$(aws iam list-mfa-devices --user-name="$2" --query 'length(MFADevices)' --output text)" ||
                later "$1" "the MFA devices of $2 cannot be listed" || return 1
            [ "$devices" != 0 ] || later "$1" "$2 has no MFA device yet; README.md says how to get one"
        }

        # plain: a text without spaces and line breaks.
        plain() { tr -d '[:space:]'; }

        # is_still NUMBER COMMAND FILE…: whether what a command reads is one of the files, however that is laid out;
        # /dev/null stands for nothing. What somebody changed since the export is not written over.
        is_still() {
            if ! now="$(sh -euc "$2" 2>/dev/null)"; then
                case "$(sh -euc "$2" 2>&1)" in
                *'(NoSuchEntity)'* | *'(NoSuchBucketPolicy)'*) now='' ;;
                *) later "$1" 'what it changes cannot be read now' || return 1 ;;
                esac
            fi
            now="$(printf '%s' "$now" | plain)"
            number="$1"
            shift 2
            for file in "$@"; do
                [ "$now" != "$(plain <"$file")" ] || return 0
            done
            later "$number" 'what it changes is not as it was at the export: export the account again, and correct that'
        }

        # \(Self.unlessGone) COMMAND…: takes something away, unless it is gone already.
        \(Self.unlessGone)='\(Self.unlessGone)() {
            if said="$("$@" 2>&1)"; then return 0; fi
            case "$said" in
            *"(NoSuchEntity)"*) printf "%s\\n" "gone already" ;;
            *)
                printf "%s\\n" "$said" >&2
                return 1
                ;;
            esac
        }'

        # step NUMBER TITLE LINES CAUTION: shows the commands on standard input, and runs them on a yes.
        step() {
            commands="$(cat)"
            printf '\\n%s. %s\\n' "$1" "$2"
            printf '   %s\\n' "$3"
            [ -z "$4" ] || printf '   take care: %s\\n' "$4"
            printf '%s\\n' "$commands" | sed 's/^/     /'
            printf '   type yes to do it: '
            answer=''
            IFS= read -r answer <&3 || true
            if [ "$answer" != yes ]; then
                printf 'passed over\\n'
                left=$((left + 1))
                return 0
            fi
            if ! sh -euc "$\(Self.unlessGone)
        $commands" </dev/null; then
                printf 'apply.sh: step %s failed, and nothing is done after it\\n' "$1" >&2
                printf 'run it again once that is mended; where the step is done already: echo %s >>applied.txt\\n' "$1" >&2
                exit 1
            fi
            printf '%s\\n' "$1" >>applied.txt
            printf 'done\\n'
        }

        caller="$(aws sts get-caller-identity --query '[Account, Arn]' --output text)" || exit 2
        case "$caller" in
        "$account"[!0-9]*) printf 'account %s\\n' "$caller" ;;
        *)
            printf 'apply.sh: this is for the account %s, and you are in %s\\n' "$account" "$caller" >&2
            exit 2
            ;;
        esac

        """
    }

    /// The function that runs a command whose object may be gone already.
    static let unlessGone = "unless_gone"

    /// Whoever runs the script may be one of the users from whom rights are taken, and needs them for the others.
    private static let turns = """
        # is_turn USER: whether it is a user's turn. Whoever runs this comes last: the rights serve for the others.
        is_turn() {
            case "$caller" in
            *":user/$1" | *":user/"*"/$1") [ "$turn" = own ] ;;
            *) [ "$turn" = others ] ;;
            esac
        }

        for turn in others own; do

        """

    private static let emptiness = """
        printf 'there is nothing to apply: README.md says what is left to you\\n'

        """

    private static let ending = """
        printf '\\n'
        if [ "$left" -gt 0 ]; then
            printf '%s steps are left: run apply.sh again for them\\n' "$left"
            exit 3
        fi
        printf 'every step is done: export the account again, and check what the export proves\\n'

        """
}
