"""Prints what changed from one catalogue to another: changes.py OLD NEW"""

import pathlib
import sys

KINDS = {
    "a": "actions",
    "f": "former actions",
    "g": "Regions",
    "k": "condition keys",
    "o": "other names",
    "p": "service principals",
    "r": "resource types",
    "s": "services",
}

# Names of one kind that are printed before the rest is only counted.
SHOWN = 40


def facts(path: str) -> dict[tuple[str, str], str]:
    file = pathlib.Path(path)
    lines = file.read_text().splitlines() if file.exists() else []
    rows = [line.split("\t", 2) for line in lines if not line.startswith("#")]
    return {(row[0], row[1]): row[2] if len(row) > 2 else "" for row in rows}


def head(path: str) -> list[str]:
    file = pathlib.Path(path)
    return [line for line in file.read_text().splitlines() if line.startswith("# source")] if file.exists() else []


def show(kind: str, verb: str, names: list[str]) -> None:
    if names:
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        print(f"{KINDS[kind]}: {len(names)} {verb}: {', '.join(names[:SHOWN])}{more}")


old, new = facts(sys.argv[1]), facts(sys.argv[2])
for line in head(sys.argv[2]):
    if line not in head(sys.argv[1]):
        print(line.removeprefix("# "))
for kind in KINDS:
    show(kind, "added", sorted(name for k, name in new.keys() - old.keys() if k == kind))
    show(kind, "removed", sorted(name for k, name in old.keys() - new.keys() if k == kind))
    both = [key for key in new.keys() & old.keys() if key[0] == kind and new[key] != old[key]]
    show(kind, "changed", sorted(name for _, name in both))
if old == new:
    print("no fact changed")
