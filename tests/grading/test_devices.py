"""A fresh process as the candidate, as on a device: started ahead, set up before it is confined, its inputs moved there.

`cpu:0` is a device like any other, but every machine has it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from interview_cli.domain.errors import UnavailableError
from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import Outcome
from interview_cli.grading.confinement import lockdown
from interview_cli.grading.confinement.lockdown import Confinement
from interview_cli.grading.confinement.surroundings import clean_environment
from interview_cli.grading.host import server
from interview_cli.grading.host.client import GradingClient, Options
from interview_cli.grading.host.starting import spawn_worker
from interview_cli.grading.host.verdict import judge
from interview_cli.grading.judge.expected import Expected
from interview_cli.grading.judge.outcome import Task
from interview_cli.grading.wire import frames, values
from interview_cli.grading.wire.limits import Limits
from reference_impls import index
from tests.grading.attacks import (
    ATTACKS,
    adopting_orphans,
    has_no_more_than,
    make_private_files,
    processes_below,
    state_of,
)

pytestmark = pytest.mark.xdist_group("devices")  # each worker would start a host and candidates of its own
CUDA = torch.cuda.is_available()
needs_cuda = pytest.mark.skipif(not CUDA, reason="skipped: no CUDA device")
linux_only = pytest.mark.skipif(not lockdown.LINUX, reason="layers of the Linux kernel")
RIGHT = """
import math
def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, -math.inf)
    p = scores.softmax(-1)
    return p @ v, p
"""
WRONG = "def attention(q, k, v, mask=None):\n    return v, v\n"


@pytest.fixture(scope="module")
def client(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """A client that grades on a device."""
    client = GradingClient(catalogue, os.environ, Options(device="cpu:0", ahead=1, repair_seconds=0))
    with adopting_orphans():
        yield client
        client.close()


@pytest.mark.parametrize(("source", "outcome"), [(RIGHT, Outcome.PASS), (WRONG, Outcome.FAIL)])
def test_a_spawned_candidate_gets_the_same_verdict(source: str, outcome: Outcome) -> None:
    confinement = Confinement(Limits(memory_bytes=1 << 30), conceal=tuple(server.private_folders()))
    candidate = spawn_worker(confinement, server.hidden_folders(), clean_environment(os.environ))
    task = Task("attention", source, {"attention": "attention"}, "a.py", seed=3)
    verdict = judge(task, candidate, Expected(index.load("attention"), task.seed), time.monotonic())
    candidate.reap()
    assert verdict.outcome is outcome, (verdict.message, verdict.checks[:1])
    assert not lockdown.LINUX or lockdown.open_layers(candidate.layers) == ()


@linux_only
def test_the_next_candidate_is_started_ahead(client: GradingClient) -> None:
    """While the first file is written, and again after each answer; it is another process each time."""
    before = processes_below(os.getpid())
    client.warm()
    assert client.announced is not None
    shows = "import os\nprint(os.getpid())\n" + RIGHT
    verdicts = [client.grade("attention", source, file="a.py", seed=3) for source in (shows, shows, WRONG, "x = (")]
    assert [v.outcome for v in verdicts] == [Outcome.PASS, Outcome.PASS, Outcome.FAIL, Outcome.INVALID]
    assert verdicts[0].output != verdicts[1].output
    assert client.announced is not None
    client.close()
    assert has_no_more_than(before, client)


def test_what_was_started_ahead_ends_where_other_options_hold_now(client: GradingClient) -> None:
    """A limit of the user's is the candidate's from its start."""
    client.warm()
    before = client.options
    client.options = replace(before, timeout=0.5)
    for_ever = RIGHT.replace("    scores =", "    while True: pass\n    scores =", 1)
    assert client.grade("attention", for_ever, file="a.py", seed=3).outcome is Outcome.TIMEOUT
    client.options = before
    assert client.grade("attention", RIGHT, file="a.py", seed=3).ok


@linux_only
@pytest.mark.parametrize("name", ["leaving_a_file", "leaving_a_file_by_odd_calls", "escaping_by_every_spawn"])
def test_landlock_keeps_what_the_filter_allows_on_a_device(name: str, client: GradingClient, tmp_path: Path) -> None:
    """There a driver may open for writing and use any ioctl."""
    attack = next(attack for attack in ATTACKS if attack.name == name)
    canary = tmp_path / "canary"
    make_private_files(canary)
    before = state_of(tmp_path)
    verdict = client.grade(attack.problem, attack.source.replace("CANARY", repr(str(canary))), file="a.py", seed=3)
    assert verdict.outcome.value in attack.expect, verdict.message
    assert state_of(tmp_path) == before


@pytest.mark.skipif(CUDA, reason="there is a CUDA device")
def test_a_device_that_is_not_there_is_said(catalogue: dict[str, Problem]) -> None:
    client = GradingClient(catalogue, os.environ, Options(device="cuda"))
    try:
        with pytest.raises(UnavailableError, match="did not start"):
            client.grade("attention", RIGHT, file="a.py", seed=3)
    finally:
        client.close()


@linux_only
def test_a_device_computes_in_full(client: GradingClient) -> None:
    """CUDA's convolutions would use ten bits of mantissa by default."""
    shows = "import torch\nprint(torch.backends.cudnn.allow_tf32, torch.backends.cuda.matmul.allow_tf32)\n"
    verdict = client.grade("attention", shows + RIGHT, file="a.py", seed=3)
    assert (verdict.outcome, verdict.output.split()) == (Outcome.PASS, ["False", "False"])


def test_inputs_are_on_the_device_before_they_are_leaves() -> None:
    """Tensors and parameters move; arrays, which NumPy could not read there, stay."""
    value = [torch.ones(2), frames.Leaf(torch.ones(2)), torch.nn.Parameter(torch.ones(2)), torch.ones(2).numpy()]
    raw = frames.pack("call", value)
    size, _ = frames.parse_head(raw[: frames.HEAD.size])
    start = frames.HEAD.size
    header, body = raw[start : start + size], bytearray(raw[start + size :])
    plain, leaf, parameter, array = frames.unpack(header, body, native=True, device="meta").value
    assert {part.device.type for part in (plain, leaf, parameter)} == {"meta"}
    assert (plain.requires_grad, leaf.requires_grad, leaf.is_leaf, parameter.is_leaf) == (False, True, True, True)
    assert isinstance(parameter, torch.nn.Parameter)
    assert type(array).__module__ == "numpy"


def test_a_layer_is_built_where_its_weights_are() -> None:
    layer = values.build_linear(torch.ones(3, 2, dtype=torch.float64, device="meta"), torch.ones(3, device="meta"))
    assert {(p.device.type, p.dtype) for p in layer.parameters()} == {("meta", torch.float64)}


@needs_cuda
@pytest.mark.parametrize(("source", "outcome"), [(RIGHT, Outcome.PASS), (WRONG, Outcome.FAIL)])
def test_a_solution_computes_on_cuda(source: str, outcome: Outcome, catalogue: dict[str, Problem]) -> None:
    client = GradingClient(catalogue, os.environ, Options(device="cuda"))
    shows = source.replace("attention(q, k, v, mask=None):", "attention(q, k, v, mask=None):\n    print(q.device.type)")
    try:
        verdict = client.grade("attention", shows, file="a.py", seed=3)
    finally:
        client.close()
    assert verdict.outcome is outcome, (verdict.message, verdict.checks[:1])
    assert set(verdict.output.split()) == {"cuda"}
    assert client.open_layers == ()


@needs_cuda
def test_draws_on_cuda_are_the_same_for_the_same_seed() -> None:
    """The judge seeds each call."""
    code = (
        "import torch\nfrom interview_cli.grading.candidate.runner import Channel, Runner\n"
        "runner = Runner(Channel(0, 1), 'cuda')\nfound = []\n"
        "for seed in (1, 1, 2):\n    runner.seed(seed)\n    found.append(torch.rand(4, device='cuda').tolist())\n"
        "import json\nprint(json.dumps(found))\n"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, timeout=100)
    first, again, other = json.loads(done.stdout)
    assert first == again != other
