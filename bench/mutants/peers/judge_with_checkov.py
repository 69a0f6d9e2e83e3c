"""Judges Terraform plans with Checkov in one process, and prints what fails of each as one line of JSON."""

import gc
import json
import logging
import sys

from checkov.runner_filter import RunnerFilter
from checkov.terraform.plan_runner import Runner

logging.disable(logging.CRITICAL)

# Nothing lives longer than one plan: looking for garbage all the time takes a third of the time.
gc.freeze()
gc.set_threshold(200_000, 50, 50)


def failures(plan):
    report = Runner().run(
        root_folder=None,
        files=[plan],
        runner_filter=RunnerFilter(framework=["terraform_plan"], use_enforcement_rules=False),
    )
    return sorted({f"{record.check_id} {record.resource}" for record in report.failed_checks})


for line in sys.stdin:
    try:
        print(json.dumps({"failed": failures(line.strip())}), flush=True)
    except Exception as error:  # a check that stumbles must not end the others
        print(json.dumps({"error": repr(error)}), flush=True)
