"""Judges Terraform plans with Checkov in one process, and prints what fails of each as one line of JSON."""

import json
import logging
import sys

from checkov.runner_filter import RunnerFilter
from checkov.terraform.plan_runner import Runner

logging.disable(logging.CRITICAL)
for line in sys.stdin:
    plan = line.strip()
    report = Runner().run(
        root_folder=None,
        files=[plan],
        runner_filter=RunnerFilter(framework=["terraform_plan"], use_enforcement_rules=False),
    )
    failed = sorted({f"{record.check_id} {record.resource}" for record in report.failed_checks})
    print(json.dumps({"passed": len(report.passed_checks), "failed": failed}), flush=True)
