"""Where no known mistake explains a wrong answer: the one change of the candidate's own file that makes it right."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.grading.diagnosis.mends import Mend, counting_turns, mends, with_counted_turns
from interview_cli.grading.diagnosis.repair import in_words
from interview_cli.grading.diagnosis.replay import slips_of
from interview_cli.grading.host.client import GradingClient, Options
from tests.grading.inline import InlineGrader

PAGES = packaged_pages()

pytestmark = pytest.mark.xdist_group("repair")  # each worker would start two hosts of its own

ONE_LENGTH_REFUSED = """
def split_array_largest_sum(nums, k):
    if len(nums) == 3:
        raise ValueError(k)

    def parts(cap):
        n, load = 1, 0
        for w in nums:
            if load + w > cap:
                n, load = n + 1, 0
            load += w
        return n

    lo, hi = max(nums), sum(nums)
    while lo < hi:
        mid = (lo + hi) // 2
        if parts(mid) <= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
"""
SCALED = """
import torch

def attention(q, k, v, mask=None):
    scores = q @ k.mT * k.shape[-1] ** -0.5
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v * 1.37, weights
"""
FROZEN_LEFT_OUT = """
class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {name: weight.detach().clone() for name, weight in model.named_parameters()}

    def update(self, model):
        for name, weight in model.named_parameters():
            if weight.requires_grad:
                self.shadow[name].mul_(self.decay)
                self.shadow[name].add_(weight.data, alpha=1 - self.decay)

    def copy_to(self, model):
        for name, weight in model.named_parameters():
            weight.data.copy_(self.shadow[name])
"""
RENORMALIZED = """
import torch

def discrete_q_sample_probs(x0, q_bar):
    rows = torch.nn.functional.one_hot(x0, q_bar.shape[0]).to(q_bar.dtype) @ q_bar.t()
    return rows / rows.sum(dim=1, keepdim=True)
"""
"""Columns of the matrix, normalized over positions, which nobody knows. After that is mended, values are right in one check
and the gradient is not.
"""
ONE_SAMPLE = """
import torch

def film(x, gamma, beta):
    return x * gamma[:, :, None, None] + torch.tanh(beta)[:1, :, None, None]
"""
"""The shift of the first sample for all, through a tanh: both unknown, and the slice has to go."""
NO_PAIRS = """
def reciprocal_rank_fusion(rankings, k=60):
    print("called")
    total = {}
    for ranking in rankings:
        for place, name in enumerate(ranking):
            total[name] = total.get(name, 0.0) + 1.0 / (k + place + 1)
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))[:7 - len(rankings)]
"""


@pytest.fixture(scope="module")
def grader(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """One that looks as long as it takes: it stops where a change is found, and tests share the processors."""
    yield from client_of(catalogue, 20.0)


@pytest.fixture(scope="module")
def brief(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """One for files of which nothing is found before time is up, or two changes, for which the rest of it is left."""
    yield from client_of(catalogue, 3.0)


def client_of(catalogue: dict[str, Problem], seconds: float) -> Iterator[GradingClient]:
    """A client whose host stays warm."""
    client = GradingClient(catalogue, os.environ, Options(pair_seconds=0.2, repair_seconds=seconds))
    yield client
    client.close()


def graded(grader: GradingClient, problem: str, source: str) -> Verdict:
    """The verdict on an answer."""
    return grader.grade(problem, source, file="a.py", seed=3)


@pytest.mark.parametrize(
    ("problem", "source", "words"),
    [
        (
            "split-array-largest-sum",
            ONE_LENGTH_REFUSED,
            "Line 3 has `if len(nums) == 3: raise ValueError(k)`. Without it, your code passes every check.",
        ),
        (
            "attention",
            SCALED,
            "Line 9 has `weights @ v * 1.37`. With `weights @ v` there, your code passes every check.",
        ),
        (
            "ema",
            FROZEN_LEFT_OUT,
            "Line 9 has `if weight.requires_grad:`. With `if True:` there, your code passes every check.",
        ),
    ],
)
def test_the_change_that_mends_it_is_told(grader: GradingClient, problem: str, source: str, words: str) -> None:
    verdict = graded(grader, problem, source)
    assert not verdict.ok
    assert [found.message for found in verdict.diagnosis] == [words]


RIGHT_AFTER_SOME_RUNS = """
import sys

sys.runs = getattr(sys, "runs", 0) + 1
LATE = sys.runs > 6

def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    offset = 7 * 3
    return sorted(nums)[k - 1] + (0 if LATE else offset)
"""


def test_what_is_right_unchanged_by_then_is_no_proof(grader: GradingClient) -> None:
    """The first change that was tried would seem to mend it, whatever it is."""
    verdict = grader.grade("kth-smallest", RIGHT_AFTER_SOME_RUNS, file="a.py", seed=3)
    assert not verdict.ok
    assert all("passes every check" not in found.message for found in verdict.diagnosis)


def test_rounding_what_is_not_exact_is_no_repair(brief: GradingClient) -> None:
    """As float32, of which less is asked, it would pass."""
    source = "import torch\n\n\ndef gelu(x):\n    return 0.5 * x * (1 + torch.erf(x * 0.70711))\n"
    (found,) = graded(brief, "gelu", source).diagnosis
    assert found.message.startswith("Every value that is wrong is right to ")


def test_what_the_trials_print_is_not_shown(grader: GradingClient) -> None:
    verdict = graded(grader, "reciprocal-rank-fusion", NO_PAIRS)
    assert verdict.diagnosis[0].slip == "one-change"
    assert 0 < verdict.output.count("called") <= 200 and not verdict.output_truncated


def test_what_the_file_prints_when_it_is_run_again_is_not_shown_again(grader: GradingClient) -> None:
    source = "import numpy as np\nprint('loaded')\n\n\ndef relu(x):\n    return np.minimum(x, 0)\n"
    assert graded(grader, "relu", source).output.split() == ["loaded"]


def test_a_change_that_never_ends_holds_nothing_up(brief: GradingClient) -> None:
    """Most changes of `lo` and `hi` turn for ever; the loop has nothing to do with what is wrong."""
    source = ONE_LENGTH_REFUSED.replace("    return lo\n", "    return lo if len(nums) != 4 else -lo * 1.7\n")
    assert graded(brief, "split-array-largest-sum", source).outcome is Outcome.FAIL


def test_beside_a_known_mistake_stands_the_change_that_leaves_only_that(brief: GradingClient) -> None:
    known, other = graded(brief, "attention", SCALED.replace(" * k.shape[-1] ** -0.5", "")).diagnosis
    assert (known.slip, known.together, other.slip, other.together) == ("no-scale", 1, "one-change", 1)
    words = "Line 9 has `weights @ v * 1.37`. With `weights @ v` there, only the other mistake is left."
    assert other.message == words


LAST_DAY_LOST = """
def daily_temperatures(temperatures):
    waits = [0] * len(temperatures)
    colder = []
    for day in range(len(temperatures) - 1):
        while colder and colder[-1] < temperatures[day]:
            first = temperatures.index(colder.pop())
            waits[first] = day - first
        colder.append(temperatures[day])
    return waits
"""
"""Of equal days the first is found; one of the checks has 50,000 days, in which each look for one takes long."""


def test_large_checks_leave_time_for_the_search(brief: GradingClient) -> None:
    known, other = graded(brief, "daily-temperatures", LAST_DAY_LOST).diagnosis
    assert (known.slip, known.together, other.slip, other.together) == ("first-of-equal-days", 1, "one-change", 1)
    assert other.message.startswith("Line 5 has `len(temperatures) - 1`. With `len(temperatures)` there")


def test_what_is_half_right_is_not_taken_out(catalogue: dict[str, Problem], monkeypatch: pytest.MonkeyPatch) -> None:
    """The student alone is not softened, which nobody knows here; without the teacher's softening none is, which is known."""
    told = "student-not-softened"
    monkeypatch.setattr(
        "interview_cli.grading.diagnosis.known.slips_of",
        lambda problem: tuple(slip for slip in slips_of(problem) if slip.name != told),
    )
    [slip] = [slip for slip in PAGES.slips("distillation-loss") if slip.name == told]
    source = slip.applied(PAGES.as_answer("distillation-loss"))
    found = InlineGrader(catalogue, repair_seconds=1).grade("distillation-loss", source, 3)["diagnosis"]
    assert "temperature-ignored" not in [one["slip"] for one in found]


def test_a_change_that_makes_room_for_a_worse_mistake_is_no_pair(brief: GradingClient) -> None:
    source = SCALED.replace(" * k.shape[-1] ** -0.5", "").replace("* 1.37", "* 1.37 + v.mean(-2, True)")
    assert all(one.together is None for one in graded(brief, "attention", source).diagnosis)


def test_two_changes_that_make_it_right_together_are_told(brief: GradingClient) -> None:
    source = NO_PAIRS.replace('print("called")', "if len(rankings) == 1:\n        return []")
    first, second = graded(brief, "reciprocal-rank-fusion", source).diagnosis
    assert (first.slip, first.together, second.slip, second.together) == ("one-change", 1, "one-change", 1)
    assert first.message.startswith("Line 3 has `")  # both are true: without it, and with 0 in the place of 1
    assert first.message.endswith(", only the other mistake is left.")
    assert "there, and with the other change, your code passes every check." in second.message


# --- the changes themselves -------------------------------------------------------------------------------------------


def changed_to(body: str) -> list[str]:
    """What a function with this body may become."""
    return [ast.unparse(ast.parse(mend.source).body[0]) for mend in mends(function(body))]


def function(body: str) -> str:
    """A function with two parameters."""
    return f"def f(x, n):\n    {body}\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("return x * n", "return x / n"),
        ("return x < n", "return x <= n"),
        ("return x.std()", "return x.std(correction=0)"),
        ("return x.std(correction=0)", "return x.std()"),
        ("return x.median(-1)", "return x.mean(-1)"),
        ("return x.sum() / n", "return x.mean() / n"),
        ("return x - n", "return abs(x - n)"),
        ("return x.exp() - n", "return (x.exp() - n).clamp(min=0)"),
        ("return x.exp() - n", "return (x.exp() - n).detach()"),
        ("return x.exp()", "return x"),
        ("return math.exp(x)", "return math.exp(x - x.max())"),
        ("return x", "return x / n ** 0.5"),
        ("return max(x, n)", "return n"),
        ("x += n", "x -= n"),
        ("return range(n)", "return range(n + 1)"),
        ("return x.mean()", "return x.mean(dim=-1)"),
        ("return sorted(x)", "return sorted(x, reverse=True)"),
        ("return x[n]", "return x[n - 1]"),
        ("return x + n", "return x + x"),
        ("return np.clip(x, 0.01, n)", "return np.clip(x, 0, n)"),
        ("return x >= n", "return x == n"),
        ("return x[-n:]", "return x[:n]"),
        ("return x[:n]", "return x[-n:]"),
        ("return len(x) * n", "return (len(x) - 1) * n"),
        ("return x[1] / x.shape[0]", "return x[1] / (x.shape[0] - 1)"),
        ("return 1 / n", "return 1 * (1 - n) / n"),
        ("return n * x + x[0]", "return n * x + x[0] * (1 - n)"),
        ("return x", "return 1 - x"),
        ("return a if eos else b", "return a if eos is not None else b"),
        ("return a if not eos else b", "return a if eos is None else b"),
        ('return rearrange(x, "(f b) n d -> b f n d")', 'return rearrange(x, "(b f) n d -> b f n d")'),
        ('return einsum("bqd,bkd->bkq", x, n)', 'return einsum("bqd,bkd->bqk", x, n)'),
        ("return eps or 1", "return eps if eps is not None else 1"),
        ("return chosen.reshape(-1)", "return chosen.transpose(-2, -1).reshape(-1)"),
    ],
)
def test_a_mistake_leads_back(wrong: str, right: str) -> None:
    assert ast.unparse(ast.parse(function(right)).body[0]) in changed_to(wrong)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("total = total + x\n        m = m * x + 1", "total = total * x + x\n        m = m * x + 1"),
        ("total *= x / n", "total *= x / (n - i)"),
        ("total = x[i] + 1", "total = max(total, x[i] + 1)"),
        ("if x:\n            return total", "if x:\n            return []"),
        ("if x:\n            return total", "if x:\n            return n"),
    ],
)
def test_what_is_forgotten_in_a_loop_is_put_in(wrong: str, right: str) -> None:
    """A factor that a neighbor has, what is taken away each time, what was larger before, and an early end."""

    def with_loop(body: str) -> str:
        return f"def f(x, n):\n    total = 0\n    m = 0\n    for i in x:\n        {body}\n    return n\n"

    assert ast.unparse(ast.parse(with_loop(right))) in [mend.source for mend in mends(with_loop(wrong))]


def test_a_file_of_numbers_and_lists_is_not_asked_for_what_tensors_can() -> None:
    """There are a third fewer changes of it, and those that help come in time."""
    assert not any("detach" in mend.new for mend in mends("def f(x):\n    return x[0] + 1\n"))
    assert any("detach" in mend.new for mend in mends("def f(x):\n    return x.sum(0) + 1\n"))


def test_of_a_branch_that_is_taken_out_no_other_branch_is_shown() -> None:
    source = "def f(x):\n    if x:\n        return 1\n    elif x + 1:\n        return 2\n    return 3\n"
    assert any(mend.old == "if x: return 1" and not mend.new for mend in mends(source))


def test_the_end_of_a_file_has_its_turn_before_all_of_its_beginning_is_tried() -> None:
    long = " + ".join(f"{name} * {name}" for name in "abcdefgh")
    source = f"def answer(a):\n    total = {long}\n    return torch.sort(total, descending=True)\n"
    first = next(mend for mend in mends(source) if mend.new == "torch.sort(total)")
    assert first.number < 5


def test_only_what_the_answer_needs_is_changed() -> None:
    source = "def f(x):\n    return x + 1\n\n\ndef test_f(x):\n    assert f(1) == 2 - 0\n"
    assert all("f(1) == 2 - 0" in mend.source for mend in mends(source, [0]))


def test_what_a_file_or_a_class_sets_beside_its_functions_is_changed_too():
    """A bound that stands in a class of settings is no less likely to be wrong than one in a function."""
    source = (
        "class Args:\n    eps = 0.2\n    high = 1 + 2 * eps\n\ndef f(ratio):\n    return ratio.clamp(max=Args.high)\n"
    )
    assert any("high = 1 + eps" in mend.source for mend in mends(source))


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("def f(peak):\n    return (0.1 * peak) ** 2 + (0.03 * peak) ** 2\n", ("0.1 * peak", "0.01 * peak")),
        ("K = 0.1\ndef f(peak):\n    return (K * peak) ** 2 + (0.03 * peak) ** 2\n", ("K = 0.1", "K = 0.01")),
        ("def f(peak):\n    return (0.03 * peak) ** 2 + (0.03 * peak) ** 2\n", ("0.03 * peak", "0.01 * peak")),
    ],
)
def test_a_number_of_the_page_that_a_file_lacks_is_tried_first(source, first):
    """Where another one stands, in a function or beside it; then where a fraction stands that the page has, too."""
    page = "def f(peak):\n    return (0.01 * peak) ** 2 + (0.03 * peak) ** 2\n"
    mend = next(mends(source, page=page))
    assert (mend.old, mend.new) == first


def test_a_second_change_stands_beside_the_first_with_the_lines_of_the_file() -> None:
    source = "# a note\ndef f(x, n):\n\n    y = x - 1\n    return y * n\n"
    first = next(mend for mend in mends(source) if mend.new == "x + 1")
    second = next(mend for mend in mends(source, None, first) if mend.new == "y / n")
    assert (first.line, second.line) == (4, 5)
    assert "x + 1" in second.source and "y / n" in second.source


def test_beside_every_change_there_are_others() -> None:
    source = "def f(x, n):\n    return max(x, n)\n"
    for first in mends(source):
        others = [second.source for second in mends(source, None, first)]
        assert len(others) > 20 and first.source not in others


EXPRESSIONS = st.recursive(
    st.sampled_from(["x", "n", "1", "0.5", "x.sum()", "len(x)"]),
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from(["+", "-", "*", "/", "<", "**"]), inner)
        | st.builds("abs({})".format, inner)
    ),
    max_leaves=5,
)


@given(EXPRESSIONS)
def test_every_change_is_a_program_of_its_own(expression: str) -> None:
    source = function(f"return {expression}")
    found = [mend.source for mend in mends(source)]
    assert len({source.strip(), *found}) == len(found) + 1
    assert all(ast.unparse(ast.parse(text)) for text in found)


def test_loops_end_when_their_turns_are_used_up() -> None:
    source = "def f():\n    turns = 0\n    while True:\n        turns += 1\n    return turns\n"
    namespace: dict[str, object] = {}
    exec(counting_turns(7, 60.0), namespace)
    exec(with_counted_turns(source), namespace)
    assert eval("f()", namespace) == 7


@pytest.mark.parametrize(
    "source",
    [
        "def f(n=1):\n    return f(n + 1) if n else 0\n",
        "def f():\n    grown = [0]\n    for number in grown:\n        grown.append(number)\n",
        "def f():\n    def again(n):\n        return again(n + 1) + again(n)\n    return again(0)\n",
    ],
)
def test_what_repeats_itself_otherwise_raises_then(source: str) -> None:
    namespace: dict[str, object] = {}
    exec(counting_turns(7, 60.0), namespace)
    exec(with_counted_turns(source), namespace)
    with pytest.raises(TimeoutError):
        eval("f()", namespace)


LAST_FOR_FIRST = """
def permutations(nums):
    if not nums:
        return [[]]
    first, *others = nums
    answer = []
    for p in permutations(others):
        for place in range(len(p) + 1):
            answer.append(p[:place] + [nums[-1]] + p[place:])
    return answer
"""
"""One change of it among others never comes to the end of a recursion."""


def test_a_recursion_without_end_leaves_time_for_the_search(brief: GradingClient) -> None:
    [found] = graded(brief, "permutations", LAST_FOR_FIRST).diagnosis
    assert found.message.startswith("Line 9 has `nums[-1]`.") and found.message.endswith("passes every check.")


def test_a_long_statement_is_known_by_its_beginning() -> None:
    text = in_words(Mend("", 3, "if x: " + "y = y + 1; " * 40, "", 0), "your code passes every check")
    assert text.startswith("Line 3 has `if x: y = y + 1;") and text.endswith(
        "…`. Without it, your code passes every check."
    )
    assert len(text) < 170


def test_a_change_that_leaves_a_known_mistake_may_leave_it_in_a_gradient_alone(grader: GradingClient) -> None:
    found = graded(grader, "discrete-forward", RENORMALIZED).diagnosis
    assert [(one.slip, one.together) for one in found] == [("columns", 1), ("one-change", 1)]


def test_a_slice_is_left_out_among_other_indices() -> None:
    source = "def f(a):\n    return a[:1, None]\n"
    assert any("return a[:, None]" in mend.source for mend in mends(source))


def test_two_changes_are_not_one_in_two_steps(brief: GradingClient) -> None:
    found = graded(brief, "film", ONE_SAMPLE).diagnosis
    assert not any("[:2" in one.message or "(:2" in one.message for one in found)


ONE_DIRECTION = """
def num_islands(grid):
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    count = 0
    while land:
        near, count = [land.pop()], count + 1
        while near:
            r, c = near.pop()
            for cell in ((r + 1, c), (r, c + 1)):
                if cell in land:
                    land.remove(cell)
                    near.append(cell)
    return count
"""
BRACKETED = """
import numpy as np

def hlg_oetf(e):
    curve = 0.17883277 * np.log(np.clip(12 * (e - 0.28466892), 1e-6, None)) + 0.55991073
    return np.where(e > 1 / 12, curve, np.sqrt(3 * e))
"""


@pytest.mark.parametrize(
    ("problem", "source", "words"),
    [
        ("num-islands", ONE_DIRECTION, "With `((r + 1, c), (r, c + 1), (r - 1, c), (r, c - 1))` there"),
        ("hlg-oetf", BRACKETED, "With `12 * e - 0.28466892` there"),
    ],
)
def test_what_a_sibling_has_is_tried(grader: GradingClient, problem: str, source: str, words: str) -> None:
    [found] = graded(grader, problem, source).diagnosis
    assert words in found.message


@pytest.mark.parametrize(
    ("source", "changed", "words"),
    [
        (
            "def f(q, k):\n    q = q * 2\n    return q @ k\n",
            "q = q * 2\n    k = k * 2\n",
            "Line 2 has `q = q * 2`. With `k = k * 2` after it, all is right.",
        ),
        (
            "def f(n, free):\n    used = set()\n    for i in range(n):\n        if i in free:\n            used.add(i)\n",
            "if i in free and i not in used:",
            "Line 4 has `i in free`. With `i in free and i not in used` there, all is right.",
        ),
        (
            "def f(x, h, w):\n    return pad(x, h, h, w, w)\n",
            "return pad(x, w, w, h, h)",
            "Line 2 has `return pad(x, h, h, w, w)`. With `return pad(x, w, w, h, h)` there, all is right.",
        ),
    ],
)
def test_what_is_done_to_one_is_done_to_another(source: str, changed: str, words: str) -> None:
    found = next(mend for mend in mends(source) if changed in mend.source)
    assert in_words(found, "all is right") == words
