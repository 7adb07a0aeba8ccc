"""Compares what PolicyLint and the peers found: compare.py POLICYLINT RESULTS_FOLDER

Which rule answers which check of a peer is what the rules themselves say (`policylint rules --format json`). A class
of disagreement is a check that fires where none of its rules does, or a rule that fires where none of the peer's checks
does that it answers. docs/peers.md settles the classes; one that it does not name is "NOT SETTLED", and the exit code
is then 1.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).parent.parent
# Where a peer says so, it has stopped reading: what we find besides is no disagreement.
STOPS = {
    "parliament": {"MALFORMED_JSON", "EXCEPTION"},
    "iam-policy-validator": {"policy_parsing.policy_parse_error"},
    "cfn-lint": {"E0000"},
}
# Checks that do not run unasked: the community auditors take minutes where parliament takes seconds.
NOT_RUN = {
    "parliament": {
        "PERMISSIONS_MANAGEMENT_ACTIONS",
        "PRIVILEGE_ESCALATION",
        "CREDENTIALS_EXPOSURE",
        "SENSITIVE_ACCESS",
        "NOTPRINCIPAL_WITH_ALLOW",
        "NOTRESOURCE_WITH_ALLOW",
        "SINGLE_VALUE_CONDITION_TOO_PERMISSIVE",
    }
}
SHOWN = 3  # examples of a class


def settled():
    """The verdicts of docs/peers.md, by peer, check or rule, and who finds it."""
    verdicts, peer = {}, None
    for line in (ROOT / "docs" / "peers.md").read_text().splitlines():
        if title := re.match(r"## (\S+)", line):
            peer = title[1]
        elif row := re.match(r"\| `([^`]+)` \| only (\S+) \| ([^|]+) \|", line):
            verdicts[peer, row[1], row[2]] = row[3].strip()
    return verdicts


def show(title, count, examples, verdict):
    print(f"{count:6}  {title}  [{verdict or 'NOT SETTLED'}]")
    for file, message in examples[:SHOWN]:
        print(f"            {file}: {' '.join(message.split())[:150]}")


def compare(peer, theirs, ours, answers, verdicts):
    """Prints the agreements and disagreements with a peer; how many classes are not settled."""
    rules_of = collections.defaultdict(set)
    for rule, checks in answers.items():
        for check in checks:
            rules_of[check].add(rule)
    stopped = {file for file, found in theirs.items() if STOPS[peer] & set(found)}
    agreed = collections.Counter()
    only = collections.defaultdict(list)
    left_out = collections.Counter()
    for file, found in theirs.items():
        for check, message in found.items():
            if check not in rules_of:
                left_out[check] += 1
            elif rules_of[check] & set(ours[file]):
                agreed[check] += 1
            else:
                only[check, "theirs"].append((file, message))
        for rule, message in ours[file].items():
            if answers.get(rule) and file not in stopped and not answers[rule] & set(found):
                only[rule, "ours"].append((file, message))
    print(f"\n==> {peer}: {len(theirs)} documents, of which it could not read {len(stopped)}")
    print("\nAgreements: a check, and the documents in which it and one of its rules fire")
    for check, count in agreed.most_common():
        print(f"{count:6}  {check}: {', '.join(sorted(rules_of[check]))}")
    for side, words in (("theirs", f"Only {peer}"), ("ours", "Only PolicyLint")):
        print(f"\n{words}, by check or rule, in documents")
        classes = [key for key in only if key[1] == side]
        for key in sorted(classes, key=lambda key: (-len(only[key]), key[0])):
            show(key[0], len(only[key]), only[key], verdicts.get((peer, *key)))
    print("\nChecks that no rule answers, by the documents in which they fire: docs/coverage.md says why")
    for check, count in left_out.most_common():
        print(f"{count:6}  {check}")
    for _, name, side in sorted(key for key in verdicts if key[0] == peer and key[1:] not in only):
        print(f"(docs/peers.md settles `{name}`, only {side}, which does not occur)")
    return sum((peer, *key) not in verdicts for key in only)


policylint, results = pathlib.Path(sys.argv[1]).absolute(), pathlib.Path(sys.argv[2])
listing = subprocess.run([policylint, "rules", "--format", "json"], capture_output=True, text=True, check=True).stdout
answers = collections.defaultdict(lambda: collections.defaultdict(set))
for rule in json.loads(listing)["rules"]:
    for reference in rule["references"]:
        if "peer" in reference and reference["check"] not in NOT_RUN.get(reference["peer"], set()):
            answers[reference["peer"]][rule["id"]].add(reference["check"])
ours = json.loads((results / "policylint.json").read_text())
verdicts = settled()
open_classes = 0
for peer in STOPS:
    file = results / f"{peer}.json"
    if file.exists():
        theirs = json.loads(file.read_text())
        open_classes += compare(peer, theirs, ours, answers[peer], verdicts)
    else:
        print(f"\n==> {peer} did not run: it is not compared")
print(f"\n{open_classes} classes of disagreement are not settled in docs/peers.md")
sys.exit(1 if open_classes else 0)
