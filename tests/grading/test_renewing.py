"""A changed file that takes the place of the one that has run: the same functions, with new code."""

from __future__ import annotations

from typing import Any

import pytest

from interview_cli.grading.candidate.module import File
from interview_cli.grading.candidate.renewing import Renewable

SOURCE = """
import math

class Scaled:
    def __init__(self, by):
        super().__init__()
        self.by = by

    def __call__(self, x):
        return self.by * x

def f(x, by=2):
    return Scaled(by)(x) + math.floor(0.5)
"""


def renewed(source: str, changed: str) -> tuple[bool, Any]:
    """Whether the changed file takes the place, and what the function that ran first gives from then on."""
    asked = {"source": source, "supplies": [], "anew": [], "asked": {}}
    file = File(source, None, [], lazily=False)
    namespace = file.run(lambda: None).__dict__
    function = namespace["f"]
    taken = Renewable(file, namespace, asked).takes({**asked, "source": changed, "anew": ["turns_left = 3"]})
    assert not taken or namespace["turns_left"] == 3
    return taken, function(10)


@pytest.mark.parametrize(
    ("old", "new", "gives"),
    [("0.5", "1.5", 21), ("self.by * x", "self.by - x", -8), ("self.by = by", "self.by = by + 1", 30)],
)
def test_what_functions_and_methods_do_is_changed_where_they_are(old: str, new: str, gives: int) -> None:
    assert renewed(SOURCE, SOURCE.replace(old, new)) == (True, gives)


def test_a_default_is_the_constant_as_it_is_now() -> None:
    source = "TOP = 2\n\ndef g(x):\n    return x\n\ndef f(x, by=TOP, *, after=g):\n    return after(x * by)\n"
    assert renewed(source, source.replace("TOP = 2", "TOP = 3")) == (True, 30)
    assert renewed(source, source.replace("return x\n", "return -x\n")) == (True, -20)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by=2", "by=3"),
        ("class Scaled:", "class Scaled(dict):"),
        ("        super().__init__()\n", ""),
        ("import math", "import cmath as math"),
        ("def f(", "seen = {}\n\ndef f("),
        ("def f(", "@staticmethod\ndef f("),
        ("class Scaled:\n", "class Scaled(object):\n    by = 2\n"),
    ],
)
def test_what_may_be_called_in_another_way_is_run_as_a_whole(old: str, new: str) -> None:
    """A default, a base, a cell, an import, what a file keeps, and what is put around a function."""
    assert renewed(SOURCE, SOURCE.replace(old, new)) == (False, 20)


def test_what_numbers_are_called_is_set_anew():
    source = "BASE = float(3)\n\nclass Args:\n    by = 2\n\ndef f(x):\n    return BASE + Args.by * x\n"
    assert renewed(source, source.replace("3", "4").replace("by = 2", "by = 3")) == (True, 34)


def test_what_a_file_keeps_between_calls_is_made_anew_with_all_of_it() -> None:
    source = "seen = {}\n\ndef f(x):\n    return seen.setdefault(x, 1)\n"
    assert renewed(source, source.replace("1)", "2)")) == (False, 1)
