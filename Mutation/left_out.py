"""Adds the mutants that do not compile to a list: left_out.py ERRORS RULES_FOLDER LIST

The compiler names the line; all mutants in it are left out, or those of the nearest line above that has any.
"""

import pathlib
import re
import sys

errors, rules, listing = map(pathlib.Path, sys.argv[1:])
left_out = set(listing.read_text().split())
before = len(left_out)
for name, line in set(re.findall(r"^(\S+\.swift):(\d+):\d+: error:", errors.read_text(), re.MULTILINE)):
    path = pathlib.Path(name)
    if rules.resolve() not in path.resolve().parents:
        continue
    lines = path.read_text().split("\n")
    for number in range(int(line) - 1, -1, -1):
        calls = re.findall(r"Mutant\.\w+\(([\d, ]+)", lines[number])
        found = {word for call in calls for word in re.findall(r"\d+", call) if word != "0"}
        if found:
            left_out |= found
            break
if len(left_out) == before:
    sys.exit("mutate: the rules do not compile, and it is not for their mutants:\n" + errors.read_text())
listing.write_text("\n".join(sorted(left_out, key=int)) + "\n")
