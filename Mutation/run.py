"""Runs the mutants and prints those that survive: run.py WORK_FOLDER EQUIVALENT_FILE COUNT SEED [RULE …]"""

import collections
import concurrent.futures
import os
import pathlib
import random
import subprocess
import sys

work, equivalent = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
count, seed, rules = int(sys.argv[3]), int(sys.argv[4]), sys.argv[5:]

mutants = [line.split("\t") for line in (work / "mutants").read_text().splitlines()]
# Which of them the compiler finds too hard depends on the machine, too: it says nothing of what is known of them.
left_out = {(mutant[1], mutant[4]) for mutant in mutants if mutant[0] == "0"}
mutants = [mutant for mutant in mutants if mutant[0] != "0"]
unknown = set(rules) - {mutant[1] for mutant in mutants}
if unknown:
    sys.exit(f"mutate: no rule {', '.join(sorted(unknown))}")
if rules:
    mutants = [mutant for mutant in mutants if mutant[1] in rules]
if count:
    mutants = sorted(random.Random(seed).sample(mutants, min(count, len(mutants))), key=lambda mutant: int(mutant[0]))

# Two lines a mutant: the rule and the mutant's name, and, indented, why nobody can notice it.
known: dict[tuple[str, str], str] = {}
entry = None
for line in equivalent.read_text().splitlines():
    if line.startswith("#") or not line:
        continue
    if line.startswith(" "):
        known[entry] = line.strip()
    else:
        entry = tuple(line.split(": ", 1))
        known[entry] = ""
for rule, name in (entry for entry, reason in known.items() if not reason):
    sys.exit(f"mutate: no reason is given for {rule}: {name}")


def judge(*arguments: str) -> tuple[bool, bytes]:
    """Whether the judge found nothing wrong, and what it printed."""
    try:
        run = subprocess.run(
            [work / "judge", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
    except subprocess.TimeoutExpired:
        return False, b""
    return run.returncode == 0, run.stdout


def outcome(mutant: list[str]) -> str:
    number, rule, quick = mutant[0], mutant[1], mutant[5] == "quick"
    if not judge(rule, number)[0]:
        return "noticed"
    # A quick look may let everything through if nothing else is found then, in the examples of all pages.
    if quick and judge(rule, number, "everywhere") == judge(rule, "0", "everywhere"):
        return "quick"
    return "survives"


found: set[tuple[str, str]] = set()
outcomes: collections.Counter[str] = collections.Counter()
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for (_, rule, file, line, name, _), result in zip(mutants, pool.map(outcome, mutants)):
        outcomes[result] += 1
        if result == "survives":
            found.add((rule, name))
            if (rule, name) not in known:
                print(f"{file}:{line}: {rule}: {name}", flush=True)
tested = {(mutant[1], mutant[4]) for mutant in mutants}
stale = [entry for entry in known.keys() - found - left_out if entry in tested or not (rules or count)]
for rule, name in sorted(stale):
    print(f"{equivalent}: not there, or noticed by an example: {rule}: {name}")
missing = len(found - known.keys())
print(
    f"{len(mutants)} mutants: {outcomes['noticed']} noticed, {outcomes['quick']} of quick looks that change nothing, "
    f"{len(found & known.keys())} equivalent, {missing} missed, "
    f"{len(left_out)} left out", file=sys.stderr)
sys.exit(1 if missing or stale else 0)
