"""What of an answer may outlive a call: only then it is asked again after a call with another setting."""

from __future__ import annotations

import pytest

from interview_cli.grading.judge.kept import can_keep

F = "def f(x, k=2):\n    return x * k\n"


@pytest.mark.parametrize(
    "source",
    [
        F,
        f'"""A scale."""\nimport torch\nfrom torch import nn\n{F}',
        f"EPS: float = 1e-6\nSHAPE = (2, -3)\n{F}",
        "def f(x, *, k=None):\n    table = {}\n    table[k] = x\n    return table\n",
        "def f(x):\n    n = 0\n    def step():\n        nonlocal n\n        n += 1\n    step()\n    return x.T + n\n",
    ],
)
def test_functions_alone_keep_nothing(source: str) -> None:
    assert not can_keep(source)


@pytest.mark.parametrize(
    "source",
    [
        f"tables = {{}}\n{F}",
        f"tables = dict()\n{F}",
        f"from functools import cache\n@cache\n{F}",
        "def f(x, tables={}):\n    return x\n",
        "def f(x, *, tables=[]):\n    return x\n",
        "def f(x):\n    global last\n    last = x\n    return x\n",
        "def f(x):\n    f.last = x\n    return x\n",
        "def f(x):\n    setattr(f, 'last', x)\n    return x\n",
        "def f(x):\n    f.__dict__['last'] = x\n    return x\n",
        "def f(x):\n    globals()['last'] = x\n    return x\n",
        "class F:\n    def __call__(self, x):\n        return x\n",
        f"if True:\n    tables = {{}}\n{F}",
    ],
)
def test_what_lasts_is_seen(source: str) -> None:
    assert can_keep(source)
