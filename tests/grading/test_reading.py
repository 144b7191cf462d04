"""A file is read within limits: what could keep the parser busy for minutes is read by a process that can be ended."""

from __future__ import annotations

import time
import warnings

import pytest

from interview_cli.grading.candidate.module import File
from interview_cli.grading.candidate.source import reading
from interview_cli.grading.candidate.source.parsing import Unusable
from interview_cli.grading.candidate.source.reading import Question, read, read_apart, read_here

ENTRY = "\ndef attention(q, k, v, mask=None):\n    return q\n"
SOURCES = {
    "right": "import torch" + ENTRY,
    "pasted": "```python\nimport torch" + ENTRY + "```\n",
    "forbidden": "import torch as t\ny = t.softmax(t.ones(1), 0)" + ENTRY,
    "unparsable": "def f(:" + ENTRY,
    "without the entry": "x = 1",
    "odd characters": 'x = "\udcff é \u202e"' + ENTRY,
}


def said(source: str, how: object) -> object:
    """What reading comes to, or the complaint."""
    question = Question(source, "attention(q, k, v, mask=None)", None, ("softmax",))
    try:
        return read_here(question) if how == "here" else read_apart(question, 60)
    except Unusable as unusable:
        return unusable.message, unusable.line


@pytest.mark.parametrize("name", SOURCES)
def test_both_ways_of_reading_say_the_same(name: str) -> None:
    assert said(SOURCES[name], "here") == said(SOURCES[name], "apart")


WARNED = "import torch" + ENTRY.replace(
    "return q", "1if 1else 0\n    assert (q, 1)\n    return '\\d' if mask is 0 else q"
)


def test_what_the_compiler_warns_of_is_not_printed_by_the_program() -> None:
    """A warning on each line, for each time that the text is looked at, under a name that no file has."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        read_here(Question(WARNED, "attention(q, k, v, mask=None)"))
    assert caught == []


def test_a_warning_is_told_with_its_line() -> None:
    """By what compiles the file to run it, and by nothing before."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        File(WARNED, None, (), lazily=False).run(lambda: None)
    assert [(str(one.filename), one.lineno) for one in caught] == [("<solution>", 4), ("<solution>", 5)]


DEEP = {
    "a sum": "    return " + "+".join(["q"] * 600) + "\n",
    "many elif": "    if 0: pass\n" + "".join(f"    elif {n}: return q\n" for n in range(600)),
}


@pytest.mark.parametrize("what", DEEP)
def test_what_is_long_may_nest_as_deeply(what: str) -> None:
    source = "import nothing_like_it\ndef attention(q, k, v, mask=None):\n" + DEEP[what]
    prepared = read_here(Question(source, "attention(q, k, v, mask=None)")).prepared
    assert File(source, prepared.needed, (), lazily=False).needed == {1}


@pytest.mark.parametrize(
    "source",
    ["f = " + "lambda: " * 1500 + "0" + ENTRY, "f = q" + ".mT" * 30_000 + ENTRY, "f = " + "-" * 30_000 + "1" + ENTRY],
)
def test_what_nests_too_deeply_for_python_is_said(source: str) -> None:
    with pytest.raises(Unusable, match="nests too deeply"):
        read_here(Question(source, "attention(q, k, v, mask=None)"))


def test_empty_lines_above_a_mistake_cost_nothing() -> None:
    """Each line looks at the last one above it that is not empty: they must not all be gone through for each."""
    before = time.process_time()
    with pytest.raises(Unusable, match="syntax error in line 32001"):
        read_here(Question("\n" * 32_000 + "!", "attention(q, k, v, mask=None)"))
    assert time.process_time() - before < 5


@pytest.mark.parametrize("size", [reading.BY_HAND, reading.BY_HAND + 1])
def test_what_is_long_is_read_apart(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    apart: list[Question] = []
    monkeypatch.setattr(reading, "read_apart", lambda question, seconds: apart.append(question))
    read(Question(ENTRY + "#" * (size - len(ENTRY)), "attention(q, k, v, mask=None)"))
    assert bool(apart) == (size > reading.BY_HAND)


def test_a_file_that_takes_too_long_is_said() -> None:
    """Half a megabyte of an expression in 30,000 parts: seconds for a parser, however good."""
    source = "x = " + "a+b<" * (1 << 18) + "a" + ENTRY
    with pytest.raises(Unusable, match="takes too long to parse"):
        read_apart(Question(source, "attention(q, k, v, mask=None)"), 0.01)
