"""Planted mistakes: composed so that each shows, and told from what a repair does, however it is written."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from interview_cli.domain.items.question import Debug
from interview_cli.domain.plantings.planting import Planting
from interview_cli.grading.planting.compose import (
    Composer,
    NoPlanting,
    are_apart,
    changed_lines,
    is_plain,
    with_all_imports,
)
from interview_cli.grading.planting.restyle import Style, renaming, restyled, unused_imports
from reference_impls import index
from reference_impls.projects import index as projects
from reference_impls.slips import Edit, Slip, applied_together, read_slips
from tests.grading.inline import InlineGrader
from tests.grading.plantings import measure, measure_projects
from tests.packaged import packaged

PROBLEMS = ("attention", "gae", "ddim-sample", "batch-norm", "vq-quantize", "course-order")
SEED = 5


@cache
def composer(problem: str, seed: int = SEED) -> Composer:
    return Composer(index.load(problem), seed)


@cache
def planted(problem: str, seed: int = SEED, bugs: int = 3) -> Planting:
    return composer(problem, seed).planting(bugs)


@cache
def grader() -> InlineGrader:
    return InlineGrader(packaged().problems)


def problems_asked() -> set[str]:
    """Those of the bank's exercises."""
    items = packaged().items.values()
    return {item.problem for item in items if isinstance(item, Debug) and item.problem is not None}


def slips_in(planting: Planting) -> list[Slip]:
    folder = index.folder_of(planting.problem)
    assert folder is not None
    known = {slip.name: slip for slip in read_slips(folder)}
    return [known[name] for name in planting.names]


def left_in(problem: str, source: str, seed: int = SEED) -> tuple[set[str], str]:
    verdict = grader().grade(problem, source, seed, planted=planted(problem, seed).names)
    standing = verdict["standing"]
    assert standing["is_known"], verdict["message"]
    return set(standing["left"]), standing["other"]


def repairs(planting: Planting) -> Iterator[tuple[set[str], str]]:
    """Every state of a repair, in a style of its own: what is left, and the code."""
    slips, page = slips_in(planting), composer(planting.problem, planting.seed).page
    for size in range(len(slips) + 1):
        for left in itertools.combinations(slips, size):
            text = with_all_imports([applied_together(left, page)])[0]
            style = Style.drawn(Random(f"{planting.problem} {size}"), [text])
            yield {slip.name for slip in left}, restyled(text, style)


DETACHED = "batch-norm", 0
"""Drew a detachment that shows in the gradient of running_mean alone, which no grade asks for."""


@pytest.mark.parametrize(("problem", "seed"), [*((problem, SEED) for problem in PROBLEMS), DETACHED])
def test_every_state_of_a_repair_is_counted_whatever_its_style(problem: str, seed: int) -> None:
    for left, source in repairs(planted(problem, seed)):
        assert left_in(problem, source, seed) == (left, "")
    assert left_in(problem, planted(problem, seed).source, seed) == (set(planted(problem, seed).names), "")


@pytest.mark.parametrize("problem", PROBLEMS)
def test_the_same_seed_plants_the_same_and_another_one_differs(problem: str) -> None:
    assert Composer(index.load(problem), SEED).planting(3) == planted(problem)
    assert planted(problem, SEED + 1).source != planted(problem).source


@pytest.mark.parametrize("problem", PROBLEMS)
def test_planted_code_tells_nothing_and_the_mistakes_stand_where_they_are_said_to(problem: str) -> None:
    planting = planted(problem)
    assert '"""' not in planting.source and "#" not in planting.source
    lines = planting.source.splitlines()
    for mistake in planting.mistakes:
        first = (mistake.wrong or mistake.right).splitlines()[0]
        assert mistake.wrong != mistake.right
        if mistake.wrong and len(first) <= 90:
            assert lines[mistake.line - 1].strip() == first.strip()
        assert set(mistake.fails) <= {case.name for case in composer(problem).expected.cases()}
        assert mistake.function in {"", *(_names(planting.source))}
    kinds = {mistake.kind for mistake in planting.mistakes}
    assert len(kinds) >= 2
    assert not unused_imports(planting.source)


def _names(source: str) -> Iterator[str]:
    return (node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.ClassDef))


REPAIRS = sorted((Path(__file__).parent / "repairs").glob("*.py"))


def listed(line: str) -> list[str]:
    """The mistakes after the colon of a line `# left: one, other`."""
    names = line.partition(":")[2].strip()
    return [] if names == "none" else names.split(", ")


@pytest.mark.parametrize("path", REPAIRS, ids=lambda path: path.stem)
def test_repairs_by_people_who_saw_the_planted_file_alone_are_counted(path: Path) -> None:
    """Written from the file and the statement, without knowledge of the edits: some mend all, some one or two mistakes."""
    source = path.read_text(encoding="utf-8")
    planted, left = (listed(line) for line in source.splitlines()[:2])
    problem = path.stem.rpartition("_")[0].replace("_", "-")
    standing = grader().grade(problem, source, SEED, planted=tuple(planted))["standing"]
    assert (set(standing["left"]), standing["other"], standing["is_known"]) == (set(left), "", True)


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", [*sorted(problems_asked()), *projects.names()])
def test_repairs_of_what_the_bank_asks_are_counted_whoever_wrote_them(name: str) -> None:
    """In other styles, in other hands, and with single functions of other hands: 95 in 100, as `plantings` counts them."""
    found = measure_projects([name], 1, 3) if name in projects.names() else measure([name], 1, 3)
    assert found["counted"] >= 0.95 * (found["counted"] + found["miscounted"])


LOOPS = """
import math
import torch

def attention(query, key, value, mask=None):
    B, H, T, d = query.shape
    rows = []
    for b in range(B):
        for h in range(H):
            for t in range(T):
                s = key[b, h] @ query[b, h, t] {scale}
                if mask is not None:
                    seen = mask.expand(B, H, T, key.shape[2])[b, h, t]
                    s = torch.where(seen {hidden} 0, torch.full_like(s, -math.inf), s)
                e = torch.exp(s - s.max())
                rows.append(e / e.sum())
    w = torch.stack(rows).view(B, H, T, -1)
    return w @ value, {second}
"""
PLANTED = ("no-scale", "mask-inverted", "returns-scores")


@pytest.mark.parametrize("left", [set(), {"no-scale"}, {"mask-inverted"}, {"no-scale", "mask-inverted"}])
def test_code_that_was_written_anew_is_counted_like_a_repair(left: set[str]) -> None:
    """Three nested loops share nothing with the page but what they compute."""
    scale = "" if "no-scale" in left else "/ math.sqrt(d)"
    hidden = "!=" if "mask-inverted" in left else "=="
    source = LOOPS.format(scale=scale, hidden=hidden, second="w")
    standing = grader().grade("attention", source, SEED, planted=PLANTED)["standing"]
    assert (set(standing["left"]), standing["other"]) == (left, "")


def test_a_mistake_exchanged_for_another_is_said_and_what_is_fixed_still_counts() -> None:
    source = LOOPS.format(scale="/ math.sqrt(d)", hidden="==", second="w * 2")
    standing = grader().grade("attention", source, SEED, planted=PLANTED)["standing"]
    assert standing["left"] == ["returns-scores"]
    assert 'one head, two queries, three keys" fails: result[1]' in standing["other"]


DDIM = """
import torch

@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T, x = len(alphas_bar), x_T
    times = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    for t, s in zip(times, times[1:]):
        now, then = alphas_bar[t], alphas_bar[s]
        eps = model(x, torch.full((len(x),), t{fraction}))
        x0 = (x - (1 - now).sqrt() * eps) / now.sqrt()
        x = {scale} * x0 + (1 - then).sqrt() * eps
    return x
"""
IN_DDIM = ("t-as-fraction", "no-root-of-the-noise", "x0-not-scaled-to-next")


def test_what_a_wrong_repair_hides_is_named_as_untold() -> None:
    """The wrong factor in the last line changes all results: whether the noise has its root cannot be seen in them."""
    source = DDIM.format(fraction="", scale="0.7")
    standing = grader().grade("ddim-sample", source, SEED, planted=IN_DDIM)["standing"]
    assert standing["other"]
    assert standing["left"] == standing["unsure"] == ["no-root-of-the-noise", "x0-not-scaled-to-next"]


HEADS = """
import math
from torch import nn

class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.h, self.qkv, self.out = n_heads, nn.Linear(d_model, 3 * d_model), nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = ({projected}).view(B, T, 3, self.h, D // self.h).permute(2, 0, 3, 1, 4)
        scores = q @ k.mT / math.sqrt(D)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, -math.inf)
        return self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(B, T, D))
"""
IN_HEADS = ("bias-of-qkv-left-out", "scale-by-number-of-heads", "softmax-over-heads")


@pytest.mark.parametrize(
    ("projected", "left"),
    [
        ("self.qkv(x)", ["scale-by-number-of-heads"]),
        ("self.qkv(x) - self.qkv.bias", ["bias-of-qkv-left-out", "scale-by-number-of-heads"]),
    ],
)
def test_a_mistake_exchanged_for_another_known_one_of_its_place_is_left(projected: str, left: list[str]) -> None:
    """With one head √D is right, so that the values alone speak for a repair."""
    source = HEADS.format(projected=projected)
    standing = grader().grade("multi-head-attention", source, SEED, planted=IN_HEADS)["standing"]
    assert standing["left"] == left
    assert standing["other"] and standing["unsure"] == []


def test_where_all_is_explained_nothing_is_untold() -> None:
    source = DDIM.format(fraction=" / T", scale="then.sqrt()")
    standing = grader().grade("ddim-sample", source, SEED, planted=IN_DDIM)["standing"]
    assert (standing["left"], standing["other"], standing["unsure"]) == (["t-as-fraction"], "", [])


def test_a_new_mistake_beside_one_that_is_left() -> None:
    source = LOOPS.format(scale="", hidden="==", second="w + 1")
    standing = grader().grade("attention", source, SEED, planted=PLANTED)["standing"]
    assert standing["other"]


def test_what_is_wrong_in_another_precision_alone_is_seen_when_nothing_else_is_left() -> None:
    """Of a save that leaves mistakes, each case is looked at in its first precision, and no law at all."""
    in_float64 = "/ math.sqrt(d) * (1 if query.element_size() < 8 else 2)"
    alone = grader().grade("attention", LOOPS.format(scale=in_float64, hidden="==", second="w"), SEED, planted=PLANTED)
    assert alone["verdict"] == "fail"
    assert (alone["standing"]["left"], bool(alone["standing"]["other"])) == ([], True)
    beside = grader().grade("attention", LOOPS.format(scale=in_float64, hidden="!=", second="w"), SEED, planted=PLANTED)
    assert (beside["standing"]["left"], beside["standing"]["other"]) == (["mask-inverted"], "")
    assert {check["status"] for check in beside["checks"][-len(composer("attention").problem.laws) :]} == {"not-run"}
    failed = sum(check["status"] == "fail" for check in beside["checks"])
    assert beside["message"] == f"{failed} of {len(beside['checks'])} checks failed"


def test_code_that_raises_everywhere_has_nothing_fixed_and_never_passes() -> None:
    source = LOOPS.format(scale="/ math.sqrt(d)", hidden="==", second="undefined")
    verdict = grader().grade("attention", source, SEED, planted=PLANTED)
    assert verdict["verdict"] != "pass"
    assert verdict["standing"]["left"] == list(PLANTED) or verdict["standing"]["other"]


def test_code_that_always_gives_the_same_has_nothing_fixed() -> None:
    constant = "def cross_entropy(logits, targets, ignore_index=-100):\n    return logits.sum() * 0\n"
    names = planted("cross-entropy", seed=1).names
    standing = grader().grade("cross-entropy", constant, 1, planted=names)["standing"]
    assert standing["left"] == list(names)
    assert standing["other"]


def test_more_mistakes_than_can_stand_together_are_refused_with_the_number_that_can() -> None:
    with pytest.raises(NoPlanting) as none:
        Composer(index.load("cfg-score"), SEED).planting(5)
    assert 0 < none.value.most < 5


def test_a_mistake_that_can_stand_beside_no_other_one_does_not_end_the_search() -> None:
    """By this seed it comes first, and all sets that were tried began with it: two were planted where three were told of."""
    assert len(Composer(index.load("dpo-loss"), 739952).planting(3).mistakes) == 3


@pytest.mark.parametrize(
    ("replace", "instead", "plain"),
    [
        ("a - b", "a + b", True),
        ("if mask is not None", "if False", False),
        ("a - b", "(a - b) * 1", False),
        ("return out", "return out  # wrong", False),
        ("a - b", "a", False),
        ("a - b", f"a - b + {'a + ' * 20}b", False),
        ("a - b", "(a.update(b) or a) - b", False),
        ("a - b", "(a, b)[0]", False),
        ("a - b", "(c := a) - b + c", False),
    ],
)
def test_a_mistake_is_plain_if_it_is_short_and_nothing_gives_it_away(replace: str, instead: str, plain: bool) -> None:
    page = (
        "def f(a, b, mask=None):\n    out = a - b\n    if mask is not None:\n        out = out * mask\n    return out\n"
    )
    assert is_plain(Slip("some", "Your code.", "It should.", Edit(replace, instead)), page) is plain


def test_what_the_page_itself_holds_is_no_sign_of_a_mistake() -> None:
    page = "def f(a, p):\n    if p == 1:\n        return a * 0\n    return a / p\n"
    assert is_plain(Slip("some", "Your code.", "It should.", Edit("a / p", "a * p")), page)


def test_a_line_that_stands_elsewhere_is_shown_with_what_is_between() -> None:
    """Else one would read that it is to be deleted."""
    kept, moved = "a = f()\nfor _ in b:\n    g(a)\n", "for _ in b:\n    a = f()\n    g(a)\n"
    assert changed_lines(kept, moved) == (1, "a = f()\nfor _ in b:", "for _ in b:\n    a = f()")


def test_places_far_apart_are_shown_alone() -> None:
    between = "".join(f"x{number}\n" for number in range(9))
    assert changed_lines(f"a\n{between}b\n", f"c\n{between}d\n") == (1, "a\n...\nb", "c\n...\nd")


@pytest.mark.parametrize(
    ("cores", "apart"), [([(1, 6), (7, 8)], True), ([(1, 6), (6, 7)], False), ([(5, 6), (1, 2)], True)]
)
def test_between_what_two_edits_of_an_expression_change_a_word_or_sign_stays(
    cores: list[tuple[int, int]], apart: bool
) -> None:
    assert are_apart([(0, 9), (0, 9)], cores, "(1 - w) * u") is apart


@pytest.mark.parametrize("problem", ["cfg-score", "euler-step", "discrete-forward", "dropout"])
def test_functions_of_one_line_hold_two_mistakes(problem: str) -> None:
    for left, source in repairs(planted(problem, bugs=2)):
        verdict = grader().grade(problem, source, SEED, planted=planted(problem, bugs=2).names)
        assert (set(verdict["standing"]["left"]), verdict["standing"]["other"]) == (left, "")


def test_names_are_exchanged_for_others_that_are_free() -> None:
    page = "def f(scores, weights):\n    attn = scores + weights\n    total = attn.sum()\n    return total\n"
    for number in range(20):
        names = renaming(Random(number), [page])
        assert set(names) <= {"attn", "total"}
        assert not set(names.values()) & {"scores", "weights", "attn", "total", "f", "sum"}
        assert len(set(names.values())) == len(names)


def test_an_import_that_nothing_uses_any_more_is_left_out() -> None:
    imports = "from __future__ import annotations\nimport math\nimport os.path as paths\nfrom torch import Tensor, nn\n"
    page = f"{imports}\ndef f(x):\n    return nn.ReLU()(x)\n"
    assert unused_imports(page) == {"math", "paths", "Tensor"}
    text = restyled(page, Style({}, False, False, False, unused_imports(page)))
    assert text.startswith("from __future__ import annotations\nfrom torch import nn\n\n\ndef f(x):")


def test_long_lines_are_broken_and_the_code_stays_the_same() -> None:
    call = ", ".join(f"argument_{number}" for number in range(12))
    page = f"def f({call}):\n    return g({call}), h([{call}])\n"
    text = restyled(page, Style({}, False, False, False))
    assert max(map(len, text.splitlines())) <= 100
    assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(page))
