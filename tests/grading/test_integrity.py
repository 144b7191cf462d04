"""Only a right answer passes: nothing that a file prints, patches, exits with or writes produces a pass, and nothing is left."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from interview_cli.domain.verdict import Outcome
from interview_cli.grading.client import GradingClient, Options

WRONG = "def attention(q, k, v, mask=None):\n    return v, v\n"
HONEST = """def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k - 1]
"""
HOSTILE = {
    "exits with 0": ("import os\ndef attention(q, k, v, mask=None):\n    os._exit(0)\n", {Outcome.CRASHED}),
    "raises SystemExit": ("def attention(q, k, v, mask=None):\n    raise SystemExit(0)\n", {Outcome.ERROR}),
    "exits on import": ("import sys\nsys.exit(0)\n" + WRONG, {Outcome.ERROR}),
    "prints a verdict": ('print(\'{"verdict": "pass"}\')\n' + WRONG, {Outcome.FAIL}),
    "patches torch.equal": ("import torch\ntorch.equal = torch.allclose = lambda *a, **k: True\n" + WRONG, {Outcome.FAIL}),
    "equals everything": (
        "class Same(float):\n    __eq__ = lambda s, o: True\n    __hash__ = float.__hash__\n"
        "def attention(q, k, v, mask=None):\n    return Same(), Same()\n",
        {Outcome.FAIL, Outcome.ERROR},
    ),
    "subclasses Tensor": (
        "import torch\nclass T(torch.Tensor):\n    __torch_function__ = classmethod(lambda c, f, t, a=(), k=None: True)\n"
        "def attention(q, k, v, mask=None):\n    return v.as_subclass(T), v.as_subclass(T)\n",
        {Outcome.FAIL, Outcome.ERROR, Outcome.CRASHED},
    ),
    "writes frames on every descriptor": (
        "import os\ndef attention(q, k, v, mask=None):\n    for fd in range(3, 64):\n        try:\n            os.write(fd, b'x' * 64)\n"
        "        except OSError:\n            pass\n    return v, v\n",
        {Outcome.CRASHED, Outcome.FAIL},
    ),
    "reads the reference": ("source = open(REFERENCE).read()\n" + WRONG, {Outcome.ERROR}),
    "imports the reference by name": (
        "import importlib\nattention = importlib.import_module('reference_impls.transformers.' + 'attention').attention\n",
        {Outcome.ERROR},
    ),
    "writes into its judge": (
        "import os\nos.close(os.open(f'/proc/{os.getppid()}/mem', os.O_RDWR))\n" + WRONG,
        {Outcome.ERROR},
    ),
    "forks": ("import os\nif os.fork() == 0:\n    os._exit(0)\n" + WRONG, {Outcome.ERROR}),
    "opens a socket": ("import socket\nsocket.socket()\n" + WRONG, {Outcome.ERROR}),
    "takes all memory": ("def attention(q, k, v, mask=None):\n    return [bytearray(1 << 30) for _ in range(64)]\n", {Outcome.ERROR, Outcome.MEMORY}),
    "recurses": ("def attention(q, k, v, mask=None):\n    return attention(q, k, v)\n", {Outcome.ERROR, Outcome.CRASHED}),
    "kills itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n" + WRONG, {Outcome.CRASHED}),
    "returns too much": ("import torch\ndef attention(q, k, v, mask=None):\n    return v.expand(1000, *v.shape) * torch.ones(9000, 1, 1, 1, 1), v\n", {Outcome.FAIL, Outcome.ERROR, Outcome.MEMORY, Outcome.CRASHED}),
    "returns a generator": ("def attention(q, k, v, mask=None):\n    while True:\n        yield v\n", {Outcome.ERROR}),
    "floods the output": ("while True:\n    print('x' * 65536)\n" + WRONG, {Outcome.CRASHED}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_file_passes(name: str, grader: GradingClient) -> None:
    source, outcomes = HOSTILE[name]
    reference = Path(__file__).parents[2] / "reference_impls/transformers/attention.py"
    verdict = grader.grade("attention", source.replace("REFERENCE", repr(str(reference))), file="a.py", seed=3)
    assert verdict.outcome in outcomes, verdict.message
    assert grader.grade("kth-smallest", HONEST, file="b.py", seed=3).ok, "the host no longer grades"


def test_a_hang_ends_at_the_limit(catalogue: dict[str, object]) -> None:
    client = GradingClient(catalogue, os.environ, Options(timeout=1.0))  # type: ignore[arg-type]
    try:
        verdict = client.grade(
            "attention", "def attention(q, k, v, mask=None):\n    while True: pass\n", file="a.py", seed=1
        )
    finally:
        client.close()
    assert verdict.outcome is Outcome.TIMEOUT


def test_nothing_is_left_running_after_close(catalogue: dict[str, object]) -> None:
    client = GradingClient(catalogue, os.environ)  # type: ignore[arg-type]
    client.warm()
    client.grade("attention", WRONG, file="a.py", seed=1)
    assert client.host is not None
    group = client.host.pid
    assert running_in(group)
    client.close()
    assert not running_in(group)


def running_in(group: int) -> list[int]:
    """Processes of a group that are no zombies."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            pid, rest = entry.parent.name, entry.read_text().rpartition(")")[2].split()
            if int(rest[2]) == group and rest[0] != "Z":
                found.append(int(pid))
    return found


def test_secrets_of_the_environment_stay_outside(catalogue: dict[str, object]) -> None:
    client = GradingClient(catalogue, {**os.environ, "API_TOKEN": "hunter2"})  # type: ignore[arg-type]
    try:
        verdict = client.grade("attention", "import os\nprint(dict(os.environ))\n" + WRONG, file="a.py", seed=1)
    finally:
        client.close()
    assert "PATH" in verdict.output
    assert "hunter2" not in verdict.output


@pytest.mark.parametrize(
    "body",
    [
        "import numpy as np\nimport torch\nscale = np.sqrt(4.0)\n",
        "import torch\nparameter = torch.nn.Parameter(torch.zeros(2))\ntorch.optim.SGD([parameter], lr=0.1)\n",
        "import torch\ntorch.linalg.svd(torch.eye(3))\ntorch.fft.fft(torch.ones(4))\n",
        "import math, functools, itertools, collections, dataclasses, typing, random, time, json, re\ntime.sleep(0.01)\n",
        "print('debug ' * 1000)\nimport warnings\nwarnings.warn('careful')\n",
        "import torch\ntorch.set_num_threads(2)\ntorch.set_default_dtype(torch.float64)\ntorch.manual_seed(0)\n",
    ],
)
def test_honest_programs_keep_working(body: str, grader: GradingClient) -> None:
    right = (
        "import torch\ndef attention(q, k, v, mask=None):\n    s = q @ k.mT / q.shape[-1] ** 0.5\n"
        "    if mask is not None:\n        s = s.masked_fill(mask == 0, float('-inf'))\n    p = s.softmax(-1)\n    return p @ v, p\n"
    )
    verdict = grader.grade("attention", body + right, file="a.py", seed=4)
    assert verdict.ok, (verdict.message, verdict.checks)


def test_the_same_seed_gives_the_same_verdict_in_words(grader: GradingClient) -> None:
    first, again = (grader.grade("attention", WRONG, file="a.py", seed=9) for _ in range(2))
    assert first.checks == again.checks
    assert grader.grade("attention", WRONG, file="a.py", seed=10).checks != first.checks
