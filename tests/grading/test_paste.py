"""Solutions as people paste them: what is removed, what is found, and what is refused, with its line."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.grading.candidate.paste import Unusable, entry_names, prepare

SIGNATURE = "attention(q, k, v, mask=None)"
BODY = "def attention(q, k, v, mask=None):\n    return q, k\n"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (BODY, None),
        (f"Here you are:\n\n```python\n{BODY}```\nHope it helps!", "Markdown fences removed"),
        (f"~~~\n{BODY}~~~", "Markdown fences removed"),
        (f"```py\n{BODY}", "Markdown fences removed"),
        (
            ">>> def attention(q, k, v, mask=None):\n...     return q, k\n...\n>>> 1 + 1\n2\n",
            "Python prompts (>>>) removed, and the output between them",
        ),
        ("\n".join("    " + line for line in BODY.splitlines()), "common indentation removed"),
        ("%matplotlib inline\n!pip install torch\n" + BODY, "notebook magics (% and !) removed"),
        ("In [3]: def attention(q, k, v, mask=None): return q, k", "notebook prompts removed"),
        ("\ufeff" + BODY.replace("\n", "\r\n"), None),
    ],
)
def test_what_surrounds_code_is_removed_with_a_note(text: str, note: str | None) -> None:
    prepared = prepare(text, SIGNATURE)
    namespace: dict[str, object] = {}
    exec(prepared.source, namespace)
    assert callable(namespace["attention"])
    assert prepared.notes == ((note,) if note else ())


def test_lines_keep_their_numbers() -> None:
    prepared = prepare(f"text\n```python\nimport math\n{BODY}```", SIGNATURE)
    assert prepared.source.splitlines()[2] == "import math"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("class Solution:\n    def attention(self, q, k, v, mask=None):\n        return q, k\n", "Solution.attention"),
        (
            "def my_attention(q, k, v, m=None):\n    return q, k\n\ndef _helper(a, b, c):\n    return a\n",
            "my_attention",
        ),
        ("import torch\nattention = lambda q, k, v, mask=None: (q, k)\n", "attention"),
        ("if True:\n    def attention(q, k, v, mask=None):\n        return q, k\n", "attention"),
        ("def scale(x):\n    return x\n\ndef attn(q, k, v, mask=None):\n    return q, k\n", "attn"),
    ],
)
def test_the_entry_is_found_where_people_put_it(text: str, entry: str) -> None:
    assert prepare(text, SIGNATURE).entries == {"attention": entry}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("class Solution:\n    def threeSum(self, nums):\n        return []\n", "Solution.threeSum"),
        (
            "class Solution:\n    def solve(self, nums):\n        return self._go(nums)\n    def _go(self, n): ...\n",
            "Solution.solve",
        ),
        ("class Solution:\n    @staticmethod\n    def threeSum(nums):\n        return []\n", "Solution.threeSum"),
        (
            "class Solution:\n    def helper(self, nums): ...\n    def threeSum(self, nums): ...\n",
            "Solution.threeSum",
        ),
        (
            "class Tree:\n    def __init__(self, n): ...\n    def find(self, x): ...\n"
            "class Solution:\n    def triplets(self, nums): ...\n",
            "Solution.triplets",
        ),
        ("def threeSum(nums): ...\ndef twoSum(nums): ...\n", "threeSum"),
        ("def helper(nums): ...\nclass Solution:\n    def threeSum(self, nums): ...\n", "Solution.threeSum"),
        ("class Solver:\n    def __call__(self): ...\n    def run(self, nums): ...\n", "Solver.run"),
    ],
)
def test_a_name_in_another_spelling_and_an_only_method_are_found(text: str, entry: str) -> None:
    prepared = prepare(text, "three_sum(nums)")
    assert prepared.entries == {"three_sum": entry}
    assert prepared.notes == (f"{entry} is graded as three_sum",)


@pytest.mark.parametrize(
    "text",
    [
        "class Solution:\n    def one(self, nums): ...\n    def two(self, nums): ...\n",
        "class Solution:\n    def one(self): ...\n",
        "class Solution:\n    def __init__(self, nums): ...\n    def one(self, nums): ...\n",
    ],
)
def test_methods_that_may_not_be_meant_are_not_guessed(text: str) -> None:
    with pytest.raises(Unusable, match=r"it defines: Solution\b"):
        prepare(text, "three_sum(nums)")


def test_the_user_may_name_the_entry() -> None:
    text = "def one(q, k, v, mask=None): ...\ndef two(q, k, v, mask=None): ...\n"
    assert prepare(text, SIGNATURE, "two").entries == {"attention": "two"}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "the file is empty", None),
        ("  \n\n", "the file is empty", None),
        ("x = 1\ndef attention(q, k, v:\n    pass\n", "syntax error: '(' was never closed", 2),
        (
            "def one(q, k, v): ...\ndef two(q, k, v): ...\n",
            "the file does not define attention (a function); it defines: one, two",
            None,
        ),
        ("x = 1\n", "the file does not define attention (a function); it defines: none", None),
        ("def attention\0(): ...", "this is not a text file (it holds a zero byte)", None),
        ("(" * 500 + ")" * 500, "the file cannot be parsed", None),
    ],
)
def test_what_cannot_be_graded_is_refused_with_its_line(text: str, message: str, line: int | None) -> None:
    with pytest.raises(Unusable) as caught:
        prepare(text, SIGNATURE)
    assert message in caught.value.message or "too many nested" in caught.value.message
    assert caught.value.line == line or "nested" in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "attention, other = A.cut, A.glue",
        "[other, (attention, third)] = A.all",
        "attention: object = A()",
        "for attention in (A.cut,): pass",
        "with open_() as attention: pass",
        "while True:\n    def attention(q, k, v): ...\n    break",
        "(attention := A.cut)",
    ],
)
def test_whatever_binds_the_name_at_the_top_defines_it(text: str) -> None:
    assert prepare(f"class A: ...\n{text}\n", SIGNATURE).entries == {"attention": "attention"}


def test_what_a_function_or_a_comprehension_binds_is_its_own() -> None:
    for text in (
        "def f():\n    attention = 1\n",
        "x = [attention for attention in ()]\n",
        "class A:\n    attention = 1\n",
    ):
        with pytest.raises(Unusable):
            prepare(f"def one(q): ...\ndef two(q): ...\n{text}", SIGNATURE)


def test_two_functions_and_classes_have_their_names() -> None:
    assert entry_names("patchify(x, p) and unpatchify(tokens, p, h, w)") == ("patchify", "unpatchify")
    assert entry_names("class EMA(model, decay=0.999)") == ("EMA",)
    with pytest.raises(Unusable, match="does not define unpatchify"):
        prepare("def patchify(x, p): ...", "patchify(x, p) and unpatchify(tokens, p, h, w)")
    with pytest.raises(Unusable, match="does not define EMA"):
        prepare("def ema(model): ...", "class EMA(model, decay=0.999)")


@given(st.text(max_size=300))
def test_any_text_is_prepared_or_refused(text: str) -> None:
    with contextlib.suppress(Unusable):
        prepare(text, SIGNATURE)
