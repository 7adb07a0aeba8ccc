"""Writes a made-up answer of get-account-authorization-details: write-account-export.py FILE MEGABYTES [FOLDER]

Users, groups, roles and managed policies as a grown account has them: actions of the services that are in
Sources/CServiceCatalogue/catalogue.txt, resources of their forms, boundaries, groups, attachments. Seeded: the same
size gives the same bytes as long as the catalogue is the same. With a folder, its managed policies are written there,
too, each into a file of its own.
"""

import json
import pathlib
import random
import re
import sys

if len(sys.argv) not in (3, 4):
    sys.exit("usage: write-account-export.py FILE MEGABYTES [FOLDER]")
path, megabytes = sys.argv[1], float(sys.argv[2])
random.seed(20260101)
ACCOUNT = "111122223333"
CATALOGUE = pathlib.Path(__file__).parent.parent / "Sources/CServiceCatalogue/catalogue.txt"
SERVICES = ["s3", "ec2", "dynamodb", "lambda", "sqs", "sns", "kms", "logs", "ecr", "secretsmanager", "iam", "sts", "rds"]

actions = {service: [] for service in SERVICES}
forms = {}
for line in CATALOGUE.read_text().splitlines():
    if line.startswith("#"):
        continue
    kind, name, *fields = line.split("\t")
    service = name.split(":")[0]
    if kind == "a" and service in actions:
        types = fields[1].split(",") if len(fields) > 1 else []
        actions[service].append((name, [word.rstrip("*") for word in types if word != "-"]))
    elif kind == "r" and service in actions:
        forms[name] = fields[0].split(",")


def resource(service, action_type):
    form = random.choice(forms.get(f"{service}:{action_type}", ["*"]))
    form = form.replace("${Partition}", "aws").replace("${Region}", "eu-central-1").replace("${Account}", ACCOUNT)
    return re.sub(r"\$\{\w+\}", lambda _: random.choice(["orders", "invoices", "team-a-*", "prod", "x7"]), form)


def statement(number):
    service = random.choice(SERVICES)
    chosen = random.sample(actions[service], random.randint(1, 10))
    types = sorted({random.choice(kinds) for _, kinds in chosen if kinds})
    names = [name for name, _ in chosen]
    if random.random() < 0.15:
        names = [name[: name.index(":") + random.randint(4, 7)] + "*" for name in names[:2]]
    result = {"Sid": f"Statement{number}", "Effect": "Deny" if random.random() < 0.1 else "Allow", "Action": names}
    everywhere = not types or any(not kinds for _, kinds in chosen)
    result["Resource"] = "*" if everywhere else [resource(service, kind) for kind in types]
    if random.random() < 0.2:
        result["Condition"] = {"StringEquals": {"aws:RequestedRegion": ["eu-central-1", "eu-west-1"]}}
    return result


def policy(statements):
    return {"Version": "2012-10-17", "Statement": [statement(number) for number in range(statements)]}


def trust():
    principal = random.choice(
        [{"Service": "lambda.amazonaws.com"}, {"AWS": f"arn:aws:iam::{ACCOUNT}:user/user-{random.randint(0, 99)}"}]
    )
    entry = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    if "AWS" in principal:
        entry["Condition"] = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
    return {"Version": "2012-10-17", "Statement": [entry]}


def attached(count):
    names = random.sample(range(max(1, len(policies))), min(count, len(policies)))
    return [{"PolicyName": f"policy-{n}", "PolicyArn": f"arn:aws:iam::{ACCOUNT}:policy/policy-{n}"} for n in names]


def entity(kind, number, extra):
    name = f"{kind}-{number}"
    prefix = {"user": "AIDA", "group": "AGPA", "role": "AROA"}[kind]
    return {
        "Path": "/",
        f"{kind.capitalize()}Name": name,
        f"{kind.capitalize()}Id": f"{prefix}{number:017d}",
        "Arn": f"arn:aws:iam::{ACCOUNT}:{kind}/{name}",
        "CreateDate": "2026-01-01T00:00:00+00:00",
        **extra,
        "AttachedManagedPolicies": attached(2),
    }


def inline(list_name, count):
    return {list_name: [{"PolicyName": f"inline-{i}", "PolicyDocument": policy(4)} for i in range(count)]}


def managed(number):
    version = {"VersionId": "v1", "IsDefaultVersion": True, "CreateDate": "2026-01-01T00:00:00+00:00"}
    return {
        "PolicyName": f"policy-{number}",
        "PolicyId": f"ANPA{number:017d}",
        "Arn": f"arn:aws:iam::{ACCOUNT}:policy/policy-{number}",
        "Path": "/",
        "DefaultVersionId": "v1",
        "AttachmentCount": 2,
        "PermissionsBoundaryUsageCount": 0,
        "IsAttachable": True,
        "PolicyVersionList": [{"Document": policy(5), **version}],
    }


def size(value):
    return len(json.dumps(value, indent=4)) * 1.2


target = megabytes * 1_000_000
policies, groups, users, roles = [], [], [], []
written = 0
while written < target * 0.3:
    policies.append(managed(len(policies)))
    written += size(policies[-1])
while written < target * 0.35:
    groups.append(entity("group", len(groups), inline("GroupPolicyList", 2)))
    written += size(groups[-1])
while written < target * 0.5:
    member = {"GroupList": [f"group-{random.randrange(max(1, len(groups)))}"], "Tags": []}
    users.append(entity("user", len(users), {**inline("UserPolicyList", 1), **member}))
    written += size(users[-1])
while written < target:
    extra = {"AssumeRolePolicyDocument": trust(), "InstanceProfileList": [], "Tags": [], **inline("RolePolicyList", 2)}
    roles.append(entity("role", len(roles), extra))
    written += size(roles[-1])
with open(path, "w") as file:
    export = {
        "UserDetailList": users,
        "GroupDetailList": groups,
        "RoleDetailList": roles,
        "Policies": policies,
        "IsTruncated": False,
    }
    json.dump(export, file, indent=4)
if len(sys.argv) == 4:
    folder = pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    for policy in policies:
        document = policy["PolicyVersionList"][0]["Document"]
        (folder / f"{policy['PolicyName']}.json").write_text(json.dumps(document, indent=4))
