"""Scans an answer of get-account-authorization-details with cloudsplaining as a library: cloudsplaining-library.py FILE

Prints the seconds that the scan took; importing it and reading the file is not counted.
"""

import json
import sys
import time

from cloudsplaining.scan.authorization_details import AuthorizationDetails
from cloudsplaining.shared.exclusions import DEFAULT_EXCLUSIONS

with open(sys.argv[1]) as file:
    export = json.load(file)
start = time.perf_counter()
AuthorizationDetails(export, DEFAULT_EXCLUSIONS).results
print(time.perf_counter() - start)
