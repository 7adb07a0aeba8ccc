"""Writes a made-up answer of get-account-authorization-details: write-account-export.py FILE MEGABYTES

The same size gives the same bytes.
"""

import json
import random
import sys

path, megabytes = sys.argv[1], int(sys.argv[2])
random.seed(20260101)
SERVICES = ["s3", "ec2", "dynamodb", "lambda", "sqs", "sns", "kms", "logs", "ecr", "secretsmanager"]
VERBS = ["Get", "List", "Put", "Delete", "Describe", "Create", "Update", "Tag"]
NOUNS = ["Object", "Bucket", "Item", "Function", "Queue", "Topic", "Key", "LogGroup", "Image", "Secret"]


def policy(statements):
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": f"Statement{number}",
                "Effect": random.choice(["Allow", "Allow", "Allow", "Deny"]),
                "Action": [
                    f"{random.choice(SERVICES)}:{random.choice(VERBS)}{random.choice(NOUNS)}{index}"
                    for index in range(random.randint(1, 12))
                ],
                "Resource": [f"arn:aws:s3:::bucket-{random.randint(0, 9999)}/*" for _ in range(random.randint(1, 4))],
            }
            for number in range(statements)
        ],
    }


def trust():
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:aws:iam::111122223333:user/user-{random.randint(0, 9999)}"},
                "Action": "sts:AssumeRole",
                "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}},
            }
        ],
    }


size = 0
roles = []
while size < megabytes * 1_000_000:
    number = len(roles)
    role = {
        "Path": "/",
        "RoleName": f"role-{number}",
        "RoleId": f"AROA{number:016d}",
        "Arn": f"arn:aws:iam::111122223333:role/role-{number}",
        "CreateDate": "2026-01-01T00:00:00+00:00",
        "AssumeRolePolicyDocument": trust(),
        "InstanceProfileList": [],
        "RolePolicyList": [{"PolicyName": f"inline-{index}", "PolicyDocument": policy(4)} for index in range(3)],
        "AttachedManagedPolicies": [],
        "Tags": [],
    }
    roles.append(role)
    size += len(json.dumps(role, indent=4)) * 1.2
with open(path, "w") as file:
    json.dump({"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": roles, "Policies": [], "IsTruncated": False}, file, indent=4)
