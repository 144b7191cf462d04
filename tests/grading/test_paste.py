"""Solutions as people paste them: what is removed, what is found, and what is refused, with its line."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.grading.candidate.source.notebook import without_outputs
from interview_cli.grading.candidate.source.parsing import Unusable
from interview_cli.grading.candidate.source.paste import entry_names, prepare
from interview_cli.grading.candidate.source.supplied import Supplies

SIGNATURE = "attention(q, k, v, mask=None)"
BODY = "def attention(q, k, v, mask=None):\n    return q, k\n"


IPYTHON = """\
In [3]: import math
   ...: def attention(q, k, v, mask=None):
   ...:     w = (q @ k.mT / math.sqrt(q.shape[-1])).softmax(-1)
   ...:
   ...:     return w @ v, w

In [4]: 2 * 3
Out[4]: 6"""


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (BODY, None),
        (f"Here you are:\n\n```python\n{BODY}```\nHope it helps!", "Markdown fences removed"),
        (f"~~~\n{BODY}~~~", "Markdown fences removed"),
        (f"```py\n{BODY}", "Markdown fences removed"),
        (f"{BODY}```\n\nA test:\n\n```python\nattention(1, 2, 3)\n", "Markdown fences removed"),
        (f"{BODY}```\n", "Markdown fences removed"),
        (
            ">>> def attention(q, k, v, mask=None):\n...     return q, k\n...\n>>> 1 + 1\n2\n",
            "Python prompts (>>>) removed, and the output between them",
        ),
        ("\n".join("    " + line for line in BODY.splitlines()), "common indentation removed"),
        ("%matplotlib inline\n!pip install torch\n" + BODY, "notebook magics (% and !) removed"),
        ("In [3]: def attention(q, k, v, mask=None): return q, k", "notebook prompts removed"),
        (IPYTHON, "notebook prompts removed"),
        (f"```\n{IPYTHON}\n```", ("Markdown fences removed", "notebook prompts removed")),
        ("\ufeff" + BODY.replace("\n", "\r\n"), None),
        (BODY.replace("    ", "\u00a0" * 4), "spaces and signs of a page replaced by those of a keyboard"),
        (BODY.replace("q, k\n", "q\u200b, \u22121\n"), "spaces and signs of a page replaced by those of a keyboard"),
        (BODY.replace("q, k\n", "q, \u201ck\u201d\n"), "typographic quotes and dashes replaced by those of a keyboard"),
        (BODY.replace("q, k\n", "q, 'don\u2019t'\n"), None),
        (
            BODY.replace("q, k\n", "q, \u20131\n"),
            "typographic quotes and dashes replaced by those of a keyboard",
        ),
        (
            "Annotated attention\n\n"
            + "".join(f"{n}  {line}\n" for n, line in enumerate(["import math", *BODY.splitlines()], 1))
            + "\nNo masks yet.\n",
            ("line numbers removed", "the words around the code left out"),
        ),
        (
            BODY.replace("    return", "    s = 1\nhttps://example.org/attention   3/14/24\nPage 2 of 3\n    return"),
            "the heads and feet of printed pages removed",
        ),
        (
            "The Attention Page   3/14/24, 10:12 PM\n\n"
            + "".join(f"{n}  {line}\n" for n, line in enumerate(["import math", *BODY.splitlines()], 1))
            + "\nhttps://example.org/attention   Page 4 of 20\n",
            ("the heads and feet of printed pages removed", "line numbers removed", "common indentation removed"),
        ),
        (BODY + "print attention(1, 2, 3)\n", "print statements of Python 2 removed"),
        (BODY + "print attention([\n    [1, 2],\n    [3]], ')', # (\n    3)\n", "print statements of Python 2 removed"),
        (
            "<html><body><pre class=x><code>"
            + BODY.replace("return q", "<span class=k>return</span> q if q &gt; 0 else &quot;q&quot;")
            + "</code></pre></body></html>",
            "what a web page is written with removed",
        ),
        (BODY.replace("return q", "return q if q &gt; 0 else q"), "what a web page is written with removed"),
        (
            f"diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n-{BODY[:10]}\n"
            + "".join(f"+{line}\n" for line in BODY.splitlines()),
            "the marks of a diff removed, and the lines that it takes away",
        ),
        ("".join(f"> {line}\n" for line in BODY.splitlines()), "marks of a quotation (>) removed"),
        (
            "".join(f"{n:3d}  {line}\n" for n, line in enumerate(BODY.splitlines(), 7)),
            ("line numbers removed", "common indentation removed"),
        ),
        ("".join(f"{n}.{line}\n" for n, line in enumerate(BODY.splitlines(), 1)), "line numbers removed"),
        ("".join(f"{n:<4d}{line}\n" for n, line in enumerate(BODY.splitlines(), 9)), "line numbers removed"),
    ],
)
def test_what_surrounds_code_is_removed_with_a_note(text: str, note: str | tuple[str, ...] | None) -> None:
    prepared = prepare(text, SIGNATURE)
    namespace: dict[str, object] = {}
    exec(prepared.source, namespace)
    assert callable(namespace["attention"])
    assert prepared.notes == (note if isinstance(note, tuple) else (note,) if note else ())


@pytest.mark.parametrize(
    ("text", "signature", "entry"),
    [
        (
            "def huber(r, d): ...\ndef objective(p, n, gap, l, delta=1.0, mean=False):\n    return huber(gap, delta)\n",
            "huber_loss(pred, target, delta=1.0)",
            "huber",
        ),
        ("def find(arr, n): ...\ndef show(arr, n):\n    print(find(arr, n))\n", "single_number(nums)", "find"),
        ("def rectified_flow_loss(model, x_0, x_1): ...\n", "rf_loss(model, x1)", "rectified_flow_loss"),
        (
            "class Search:\n    def __init__(self, beam, eos): ...\n    def step(self, ids): ...\n"
            "    def search(self, log_probs, start, max_len):\n        return self.step(start)\n",
            "beam_search(log_probs, start, beam, max_len, eos)",
            "Search.search",
        ),
    ],
)
def test_what_is_meant_is_told_from_what_stands_beside(text: str, signature: str, entry: str) -> None:
    assert list(prepare(text, signature).entries.values()) == [entry]


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
        "class Solution:\n    def one(self): ...\n",
        "class Solution:\n    def __init__(self, nums): ...\n    def one(self, nums):\n        return self.nums\n",
    ],
)
def test_methods_that_cannot_be_meant_are_not_guessed(text: str) -> None:
    with pytest.raises(Unusable, match=r"it defines: Solution\b"):
        prepare(text, "three_sum(nums)")


PART = "def gap(a, b):\n    return a - b\n"
PARTS = f"{PART}def near(a, b):\n    return gap(a, b)\n"


@pytest.mark.parametrize(
    ("text", "signature", "said"),
    [
        (
            f"{PARTS}class KMeans:\n    def predict(self, points):\n        return near(points, 0)\n",
            "kmeans(x, centers, iters=100)",
            "it defines: gap, near, KMeans.predict; if one of them is meant",
        ),
        (
            "class KMeans:\n    def __init__(self, n_clusters=2):\n        self.n = n_clusters\n"
            "    def moved(self, points, near):\n        return points\n"
            "    def fit_predict(self, points):\n        return self.moved(points, 1)\n",
            "kmeans(x, centers, iters=100)",
            "it defines: KMeans.moved, KMeans.fit_predict; if one of them is meant",
        ),
        (
            "class Process:\n    def __init__(self, *, folder):\n        self.folder = folder\n"
            "    def q_sample(self, x, t, noise=None):\n        return self.folder\n",
            "q_sample(x0, t, eps, alphas_bar)",
            "Process can only be made with folder: write its method as a function",
        ),
        (
            "class Process:\n    def __init__(self, folder):\n        self.folder = folder\n"
            "    def q_sample(self, x, t, noise=None):\n        return self.folder\n",
            "q_sample(x0, t, eps, alphas_bar)",
            "Process can only be made with folder: write its method as a function",
        ),
    ],
)
def test_parts_of_a_class_and_methods_of_one_that_cannot_be_made_are_not_guessed(
    text: str, signature: str, said: str
) -> None:
    with pytest.raises(Unusable) as refused:
        prepare(text, signature)
    assert said in str(refused.value)


@pytest.mark.parametrize("base", ["unittest.TestCase", "Suite"])
def test_what_a_class_of_tests_calls_is_no_part_of_it(base: str) -> None:
    text = f"{PART}class TestGap({base}):\n    def test_gap(self):\n        assert gap(1, 1) == 0\n"
    assert prepare(text, "psnr(x, y, peak=255.0)").entries == {"psnr": "gap"}


SOLUTIONS = (
    "class Solution:\n    def findNumber(self, nums): return nums[0]\n"
    "class Solution2:\n    def findNumber(self, nums): return nums[-1]\n"
)


@pytest.mark.parametrize(
    ("beside", "entry"),
    [
        ("", "Solution.findNumber"),
        ("print(Solution2().findNumber([1]))\n", "Solution2.findNumber"),
        ("print(Solution().findNumber([1]), Solution2().findNumber([1]))\n", "Solution.findNumber"),
        ("if __name__ == '__main__':\n    Solution2().findNumber([1])\n", "Solution2.findNumber"),
    ],
)
@pytest.mark.parametrize("asked", ["number_found(nums)", "find_number(nums)"])
def test_of_several_solutions_the_one_that_the_file_itself_uses_is_meant(beside: str, entry: str, asked: str) -> None:
    prepared = prepare(SOLUTIONS + beside, asked)
    (found,) = prepared.entries.values()
    other = "Solution.findNumber" if "2" in entry else "Solution2.findNumber"
    assert found == entry
    assert any(f"others may be meant: {other};" in note for note in prepared.notes)


def test_a_function_that_asks_for_more_is_named_where_its_name_says_more() -> None:
    text = "def srgb_to_linear(x): ...\ndef linear_to_pq(x, peak): ...\n"
    notes = prepare(text, "pq_encode(nits)").notes
    assert any("others may be meant: linear_to_pq;" in note for note in notes)
    helped = "def merge(one, other): ...\ndef solve(lists):\n    return merge(lists[0], lists[1])\n"
    assert not any("may be meant" in note for note in prepare(helped, "merge_k_sorted(lists)").notes)


def test_a_method_is_preferred_to_what_it_calls() -> None:
    text = (
        "def get_stats(ids, counts=None): ...\n"
        "class Tokenizer:\n    def train(self, text, size):\n        return get_stats(text)\n"
        "    def encode(self, text):\n        return get_stats(text)\n"
    )
    entries = prepare(text, "bpe_train(text, n_merges) and bpe_encode(text, merges)").entries
    assert entries == {"bpe_train": "Tokenizer.train", "bpe_encode": "Tokenizer.encode"}


def test_a_method_that_takes_what_must_be_given_comes_first() -> None:
    text = (
        "class Clusters:\n    def __init__(self, k=2, epochs=30): ...\n"
        "    def fit(self, data, starts=None): ...\n    def predict(self, data): ...\n"
    )
    assert prepare(text, "kmeans(x, centers, iters=100)").entries == {"kmeans": "Clusters.fit"}


def test_a_static_method_needs_no_object() -> None:
    text = "class Embedder:\n    def __init__(self, size): ...\n    @staticmethod\n    def embed(t, dim): ...\n"
    assert prepare(text, "embed(t, dim)").entries == {"embed": "Embedder.embed"}


@pytest.mark.parametrize(
    ("text", "entry", "others"),
    [
        ("def one(q, k, v): ...\ndef two(q, k, v): ...\n", "two", "one"),
        ("def masked_attention(q, k, v, m): ...\ndef other(q, k, v): ...\n", "masked_attention", "other"),
        ("def attend(q, k, v): ...\ndef test_it(q, k, v): ...\n", "attend", None),
        ("def attend(q, k, v): ...\ndef _inner(q, k, v): ...\n", "attend", None),
        ("def _one(q, k, v): ...\ndef _two(q, k, v): ...\n", "_two", "_one"),
        ("def scores(q, k, v): ...\ndef run_it(q, k, v):\n    return scores(q, k, v)\n", "scores", "run_it"),
        (
            "class Solution:\n    def one(self, q, k, v): ...\n    def two(self, q, k, v): ...\n",
            "Solution.two",
            "Solution.one",
        ),
    ],
)
def test_of_several_the_best_is_graded_and_the_others_are_named(text: str, entry: str, others: str | None) -> None:
    prepared = prepare(text, SIGNATURE)
    assert prepared.entries == {"attention": entry}
    assert (f"others may be meant: {others}; say which with --entry NAME" in prepared.notes) == (others is not None)


def test_of_two_functions_both_are_found_and_may_be_named() -> None:
    text = "def cut(img, p): ...\ndef glue(tok, p, h, w): ...\ndef check(a): ...\n"
    signature = "patchify(x, p) and unpatchify(tokens, p, h, w)"
    assert prepare(text, signature).entries == {"patchify": "cut", "unpatchify": "glue"}
    assert prepare(text, signature, "cut, glue").entries == {"patchify": "cut", "unpatchify": "glue"}
    with pytest.raises(Unusable, match="--entry needs 2 names"):
        prepare(text, signature, "cut")


def test_usual_names_of_parameters_say_which_function_is_meant() -> None:
    text = "def mix(x0, noise, timesteps, alphas_cumprod): ...\ndef clean(x_t, t, eps, alphas_cumprod): ...\n"
    assert prepare(text, "q_sample(x0, t, eps, alphas_bar)").entries == {"q_sample": "mix"}
    text = "def target(x_0, eps, level): ...\ndef v_to_x0(x_t, v, level): ...\n"
    both = prepare(text, "to_v(x0, eps, level) and from_v(x_t, v, level)").entries
    assert both == {"to_v": "target", "from_v": "v_to_x0"}


def test_the_user_may_name_the_entry() -> None:
    text = "def one(q, k, v, mask=None): ...\ndef two(q, k, v, mask=None): ...\n"
    assert prepare(text, SIGNATURE, "two").entries == {"attention": "two"}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "the file is empty", None),
        ("  \n\n", "the file is empty", None),
        (
            "x = 1\ndef attention(q, k, v:\n    pass\n",
            "syntax error in line 2: '(' was never closed: def attention(q, k, v:",
            2,
        ),
        ("def a():\n    ...\n\ndef b(x:\n", "syntax error in line 4: '(' was never closed: def b(x:", 4),
        ("def a(:\n    ...\n", "syntax error in line 1", 1),
        ("if x:\n\n\n", "syntax error in line 1", 1),
        ("def attention(q, q, v): ...", "syntax error in line 1: duplicate argument 'q'", 1),
        ("def attention(q, k, v):\n    nonlocal z\n", "syntax error in line 2", 2),
        (
            "def one(q): ...\n",
            "the file does not define attention, a function of q, k, v, mask; it defines: one(q); if it is meant, name it with",
            None,
        ),
        ("class A: ...\n", "attention, a function of q, k, v, mask; it defines: A, but no function", None),
        ("x = 1\n", "the file does not define attention, a function of q, k, v, mask; it defines no function", None),
        (
            "if __name__ == '__main__':\n    def attention(q, k, v, mask=None): ...\n",
            'attention stands under if __name__ == "__main__", which is not run while a file is graded: move it out',
            None,
        ),
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


@pytest.mark.parametrize(
    ("around", "line"),
    [
        ("Notes: (see below\nscale = = 2\n{}", 1),
        ("Some notes here\nscale[0] = = 2\n{}", 1),
        ("Some notes here\n{}\ndef other(x):\n    return (x\n", 1),
        ("Some notes here\n{}\ndfe other(x):\n    return x\n", 1),
        ("Some notes here\n{}\n    return q\n  return k", 1),
        ("Some notes here\n{}\nattention = (lambda q, k, v: (q", 1),
    ],
)
def test_words_hide_no_mistake_in_code(around: str, line: int) -> None:
    body = BODY.replace("q, k\n", "q * scale, k\n")
    with pytest.raises(Unusable) as refused:
        prepare(around.format(body), SIGNATURE)
    assert refused.value.line == line


def test_fences_in_a_file_that_parses_stay() -> None:
    text = f'{BODY}HELP = """\n```python\nattention(q, k, v)\n```\n"""\n'
    assert prepare(text, SIGNATURE).source == text


NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "source": ["def attention(q): ..."]},
        {"cell_type": "code", "source": ["%load_ext autoreload\n", "import torch"], "outputs": [{"text": "x" * 99}]},
        {"cell_type": "code", "source": "%%bash\nls"},
        {"cell_type": "code", "source": BODY + "!ls"},
    ]
}


@pytest.mark.parametrize("text", [json.dumps(NOTEBOOK), without_outputs(json.dumps(NOTEBOOK))])
def test_of_a_notebook_the_code_is_read(text: str) -> None:
    prepared = prepare(text, SIGNATURE)
    assert prepared.source == f"\nimport torch\n\n\n\n{BODY}"
    assert prepared.notes[0].startswith("read from a notebook")


@pytest.mark.parametrize("magic", ["%%time", "%%writefile attention.py", "%%file -a src/attention.py", "%%python3"])
def test_python_below_a_cell_magic_is_read(magic: str) -> None:
    cell = {"cell_type": "code", "source": f"{magic}\n{BODY}"}
    assert prepare(json.dumps({"cells": [cell]}), SIGNATURE).source == f"\n{BODY}".rstrip("\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (json.dumps(NOTEBOOK, indent=1)[:-3], "the notebook is broken in line 29: "),
        (json.dumps({"cells": [{"cell_type": "markdown", "source": "text"}]}), "the notebook has no code cells"),
        (
            json.dumps({"cells": [{"cell_type": "code", "source": "%%bash\nls"}]}),
            "there is no Python in the notebook's code cells",
        ),
        (json.dumps({"cells": [{"cell_type": "code", "source": 7}]}), "the notebook is not as Jupyter writes one"),
        ('{"cells": [{"cell_type": ' + "[" * 100_000, "the notebook is not as Jupyter writes one"),
    ],
)
def test_of_a_notebook_without_code_it_is_said_why(text: str, message: str) -> None:
    with pytest.raises(Unusable) as caught:
        prepare(text, SIGNATURE)
    assert caught.value.message.startswith(message)


def test_json_that_is_no_notebook_is_python_or_nothing() -> None:
    assert without_outputs("{}") == "{}"
    with pytest.raises(Unusable):
        prepare('{"cells": [], "cell_type": 1', SIGNATURE)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("import torch\nx = 1\n" + BODY + "print(attention(1, 2, 3))\n", (2,)),
        ("S = 2\n" + BODY.replace("q, k\n", "q * S, k\n") + "S += 1\nprint(S)\nq = k = 3\n", (0, 1, 2)),
        (BODY + "attention.cache = {}\nattention.cache[1] = 2\nprint(attention.cache)\n", (0, 1, 2)),
        (BODY.replace("q, k\n", "T[0]\n") + "T = []\nT.append(1)\nU = []\nU.append(2)\n", (0, 1, 2)),
        (
            "if True:\n    import math\ntry:\n    import a\nexcept ImportError:\n    a = None\n"
            + BODY.replace("q, k\n", "a\n"),
            (1, 2),
        ),
        (BODY + "if __name__ == '__main__':\n    attention = None\n", (0,)),
        (BODY + "def test_attention():\n    attention(1, 2, 3)\ntest_attention()\n", (0,)),
        ("from torch import *\n" + BODY, (0, 1)),
        ("x = 1\n" + BODY.replace("q, k\n", "eval('x')\n"), (0, 1)),
    ],
)
def test_what_the_entry_reaches_is_needed(text: str, needed: tuple[int, ...]) -> None:
    assert prepare(text, SIGNATURE).needed == needed


@pytest.mark.parametrize(
    ("body", "statements", "unbound"),
    [
        ("return F.softmax(q @ k.mT, -1)", ("import torch.nn.functional as F",), {}),
        ("return np.exp(q), math.inf, inf", ("import numpy as np", "import math", "from math import inf"), {}),
        ("return einsum(q, k, 'a b, b c -> a c')", ("from einops import einsum",), {}),
        ("return einsum('ab,bc->ac', q, k)", ("from torch import einsum",), {}),
        ("return reduce(lambda a, b: a, q)", ("from functools import reduce",), {}),
        ("return bisect.bisect_left(q, k)", ("import bisect",), {}),
        ("return bisect(q, k)", ("from bisect import bisect",), {}),
        ("return linalg.sqrtm(q)", ("from scipy import linalg",), {}),
        ("return linalg.cholesky(q)", (), {"linalg": 2}),
        ("return confusion_matrix(q, k)", ("from sklearn.metrics import confusion_matrix",), {}),
        ("return silu(q) * k", ("from torch.nn.functional import silu",), {}),
        ("return silu(np.tanh(q))", ("import numpy as np",), {"silu": 2}),
        ("return softmaxx(q)", (), {"softmaxx": 2}),
        ("q = [q for q in k]; f = lambda a: a; return f(q)", (), {}),
        ("global G\n    G = 1\n    return G", (), {}),
    ],
)
def test_usual_names_are_supplied_and_others_called_unbound(
    body: str, statements: tuple[str, ...], unbound: dict[str, int]
) -> None:
    supplies = prepare(f"def attention(q, k, v, mask=None):\n    {body}\n", SIGNATURE).supplies
    assert (supplies.statements, supplies.unbound) == (statements, unbound)


def test_with_a_star_import_nothing_is_called_unbound() -> None:
    text = "from torch import *\ndef attention(q, k, v, mask=None):\n    return exp(q)\n"
    assert prepare(text, SIGNATURE).supplies.unbound == {}


def test_a_name_that_is_run_is_called_unbound_before_one_in_an_annotation() -> None:
    text = "def attention(q: Query, k, v, mask=None) -> Thing:\n    return Attend(q, k)\n"
    assert prepare(text, SIGNATURE).supplies == Supplies((), {"Attend": 2}, in_annotations_alone=True)


def test_names_in_annotations_alone_are_left_alone() -> None:
    text = "def attention(q: Float[Array, 'b d'], k, v, mask=None) -> Thing:\n    return q\n"
    assert prepare(text, SIGNATURE).supplies == Supplies((), {}, in_annotations_alone=True)


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ("a,b", "--entry needs one name here, for attention"),
        ("", "--entry needs a name as it stands in the file: NAME, or CLASS.NAME for a method"),
        ("attention.", "--entry needs a name as it stands in the file: NAME, or CLASS.NAME for a method"),
    ],
)
def test_what_is_no_name_is_none_of_an_entry(chosen: str, message: str) -> None:
    with pytest.raises(Unusable) as caught:
        prepare(BODY, SIGNATURE, chosen)
    assert caught.value.message == message
