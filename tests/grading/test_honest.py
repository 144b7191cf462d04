"""Honest programs do not notice that they are confined: each file of `honest/` gets the verdict of its mathematics.

Its first lines may be `# uses: ...`, `# expect: OUTCOME` (pass if it is not said) and `# problem: ID` (attention).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_cli.grading.confinement import lockdown
from interview_cli.grading.host.client import GradingClient
from tests.grading.people import command_of, printed

FILES = sorted((Path(__file__).parent / "honest").glob("*.py"))
GRADE_ALL = """
import json, os, sys
from interview_cli.bank.load import load, packaged_bank
from interview_cli.grading.host.client import GradingClient, Options
client = GradingClient(load([packaged_bank()], None).problems, os.environ, Options(ahead=8, repair_seconds=0))
tasks = json.loads(sys.argv[1])
print(json.dumps([client.grade(problem, source, file="a.py", seed=4).outcome for problem, source in tasks]))
client.close()
"""


def said(source: str, key: str, otherwise: str) -> str:
    """What a `# key: value` line at the top says."""
    start = f"# {key}: "
    return next((line.removeprefix(start) for line in source.splitlines()[:4] if line.startswith(start)), otherwise)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_honest_file_gets_the_verdict_of_its_mathematics(path: Path, grader: GradingClient) -> None:
    source = path.read_text(encoding="utf-8")
    verdict = grader.grade(said(source, "problem", "attention"), source, file="a.py", seed=4)
    assert verdict.outcome.value == said(source, "expect", "pass"), (
        verdict.message,
        verdict.output,
        verdict.checks[:1],
    )


@pytest.mark.exhaustive
@pytest.mark.skipif(not lockdown.LINUX, reason="needs another user")
def test_an_honest_file_gets_the_same_verdict_for_an_ordinary_user(tmp_path: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for path in FILES]
    tasks = [(said(source, "problem", "attention"), source) for source in sources]
    outcomes = printed(command_of("ordinary user", tmp_path), GRADE_ALL, tasks)
    wanted = {path.stem: said(source, "expect", "pass") for path, source in zip(FILES, sources, strict=True)}
    assert dict(zip(wanted, outcomes, strict=True)) == wanted


CONFINED = "a solution is confined: it cannot write files, read yours, use the network or start processes"


@pytest.mark.skipif(not lockdown.LINUX, reason="what is confined elsewhere is another matter")
@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("__import__('asyncio').run(__import__('asyncio').sleep(0))", CONFINED),
        ("__import__('multiprocessing').Pool(2)", CONFINED),
        ("__import__('socket').socket()", CONFINED),
        ("__import__('subprocess').run(['ls'])", CONFINED),
        ("open('results.txt', 'w')", CONFINED),
        ("__import__('torch').save({}, 'model.pt')", CONFINED),
        ("open('data.txt')", "a solution does not see your files"),
        ("input()", "nobody answers input()"),
        ("breakpoint()", "nobody answers the debugger"),
    ],
)
@pytest.mark.parametrize("place", ["in the file", "in the function"])
def test_what_confinement_forbids_is_explained(line: str, note: str, place: str, grader: GradingClient) -> None:
    """Once, beside the error that Python raises; not where the file handles it."""
    function = "def kth_smallest(nums, k):\n    {}\n    return sorted(nums)[k - 1]\n"
    source = f"{line}\n{function.format('pass')}" if place == "in the file" else function.format(line)
    verdict = grader.grade("kth-smallest", source, file="a.py", seed=4)
    assert not verdict.ok
    beside = [said for said in verdict.notes if said.startswith("line 1: ")]
    assert [said[: len(note)] for said in verdict.notes if said not in beside] == [note]
    assert len(beside) == (place == "in the file"), "what stands beside the solution is told, not counted"
