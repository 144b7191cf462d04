"""How long a person waits for a verdict, cold from the shell and with the host warm."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.timing import INTERVIEW, PYTHON, alternating, budget_line, ratio_line
from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.grading.client import GradingClient

WARM = ("attention", "kth-smallest", "sobel", "dpo-loss")


def lines(repeat: int = 7) -> Iterator[str]:
    """One line for each measurement."""
    pages = packaged_pages()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "attention.py")
        file.write_text(pages.as_answer("attention"), encoding="utf-8")
        command = [INTERVIEW, "--home", folder, "grade", "attention", str(file), "--no-record"]
        own, base = alternating(command, [PYTHON, "-c", "import torch"], repeat)
    yield ratio_line("grade, cold, from the shell", own, base, "import torch", 1.0)
    client = GradingClient(load([packaged_bank()], None).problems, os.environ)
    try:
        for problem in WARM:
            if pages.is_landed(problem):
                source = pages.as_answer(problem)
                seconds = [client.grade(problem, source, file="a.py", seed=seed).seconds for seed in range(repeat + 1)]
                yield budget_line(f"grade, warm: {problem}", median(seconds[1:]), 0.060)
    finally:
        client.close()
