"""How long a person waits for a verdict, cold from the shell and with the host warm; what confining a solution adds."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.timing import INTERVIEW, PYTHON, alternating, budget_line, ratio_line
from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reference_pages import ReferencePages, packaged_pages
from interview_cli.grading.confinement import lockdown, seccomp
from interview_cli.grading.confinement.lockdown import Confinement
from interview_cli.grading.host import probe
from interview_cli.grading.host.client import GradingClient

LAYERS_SECONDS, MOUNTS_SECONDS = 0.005, 0.010
READING_SECONDS = 0.2
WARM_SECONDS = 0.060
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
    yield from several_files(pages, repeat)
    yield from other_inputs(pages, repeat)
    yield from confining(repeat)


def several_files(pages: ReferencePages, repeat: int) -> Iterator[str]:
    """`seconds` of the files of one command after the first; the saves of `solve` and `--watch` are graded in the same way."""
    for problem in WARM:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "answer.py")
            file.write_text(pages.as_answer(problem), encoding="utf-8")
            files = [str(file)] * (2 * repeat + 1)
            command = [INTERVIEW, "--home", folder, "grade", problem, *files, "--no-record", "--json"]
            printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        seconds = [json.loads(line)["seconds"] for line in printed.splitlines()]
        yield budget_line(f"grade, warm: {problem}", median(seconds[1:]), WARM_SECONDS)


def other_inputs(pages: ReferencePages, repeat: int) -> Iterator[str]:
    """For somebody who reads a verdict before sending the next file, which is graded on inputs of its own, as in `drill`."""
    client = GradingClient(load([packaged_bank()], None).problems, os.environ)
    try:
        for problem in WARM:
            source = pages.as_answer(problem)
            seconds = [waited_for(client, problem, source, seed) for seed in range(2 * repeat + 1)]
            yield budget_line(f"the same, on new inputs: {problem}", median(seconds[1:]), WARM_SECONDS)
    finally:
        client.close()


def waited_for(client: GradingClient, problem: str, source: str, seed: int) -> float:
    """Seconds that the grader says it has taken."""
    time.sleep(READING_SECONDS)
    return client.grade(problem, source, file="a.py", seed=seed).seconds


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
