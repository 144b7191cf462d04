"""How long a person waits for a verdict, cold from the shell and with the host warm; what confining a solution adds."""

from __future__ import annotations

import os
import struct
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.timing import INTERVIEW, PYTHON, alternating, budget_line, ratio_line
from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.grading import lockdown, probe, seccomp
from interview_cli.grading.client import GradingClient
from interview_cli.grading.lockdown import Confinement

LAYERS_SECONDS, MOUNTS_SECONDS = 0.005, 0.010
READING_SECONDS = 0.2
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
                seconds = [waited_for(client, problem, source, seed) for seed in range(2 * repeat + 1)]
                yield budget_line(f"grade, warm: {problem}", median(seconds[1:]), 0.060)
    finally:
        client.close()
    yield from confining(repeat)


def waited_for(client: GradingClient, problem: str, source: str, seed: int) -> float:
    """Seconds from a source to its verdict, for somebody who reads the last verdict before sending the next file."""
    time.sleep(READING_SECONDS)
    started = time.perf_counter()
    client.grade(problem, source, file="a.py", seed=seed)
    return time.perf_counter() - started


def confining(repeat: int) -> Iterator[str]:
    """What the layers cost in each grade, and what the mounts cost that stand in for Landlock."""
    graded = probe.as_graded()
    seccomp.filter_for(os.getpid())  # assembled once, in the host
    mounted = replace(graded, skip=frozenset({"landlock"}))
    for name, confinement, budget in (
        ("confining a solution", graded, LAYERS_SECONDS),
        ("the same, with mounts for Landlock", mounted, MOUNTS_SECONDS),
    ):
        yield budget_line(name, median(confined_in(confinement) for _ in range(3 * repeat)), budget)


def confined_in(confinement: Confinement) -> float:
    """Seconds that a child takes to confine itself."""
    read_end, write_end = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        try:
            started = time.perf_counter()
            lockdown.confine(confinement, parent)
            os.write(write_end, struct.pack("d", time.perf_counter() - started))
        finally:
            os._exit(0)
    os.close(write_end)
    seconds: float = struct.unpack("d", os.read(read_end, 8))[0]
    os.close(read_end)
    os.waitpid(child, 0)
    return seconds
