"""How answers to `cohens-kappa` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.evaluation.cohens_kappa.reference import cohens_kappa
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

ENTRY = "cohens_kappa"
Labels = list[int]


def raters(draw: Draw, n: int, C: int, agreement: float = 0.6) -> tuple[Labels, Labels]:
    """The second rater repeats the first with this probability, and else prefers low labels; all labels occur."""
    a = [*range(C), *draw.integers(0, C, n - C).tolist()]
    b = [x if draw.real(0, 1) < agreement else min(draw.integer(0, C - 1), draw.integer(0, C - 1)) for x in a]
    return a, b


def few_items(draw: Draw) -> tuple[Labels, Labels, str | None]:
    n = draw.integer(2, 7)
    a, b = draw.integers(0, 4, n).tolist(), draw.integers(0, 3, n).tolist()
    if len({*a, *b}) < 2:
        a[0] = 3 - a[0]
    return a, b, draw.choice((None, "linear", "quadratic"))


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("four items, two labels", ([0, 1, 1, 0], [0, 1, 0, 0]))
    yield Case("three labels", raters(draw, 14, 3))
    yield Case("three labels, linear", (*raters(draw, 13, 3), "linear"))
    yield Case("four labels, quadratic", (*raters(draw, 16, 4), "quadratic"))
    yield sweep(ENTRY, few_items, calls=24)
    yield Case("high agreement by chance", ([0] * 18 + [1, 0], [0] * 18 + [0, 1]))
    yield Case("full agreement", ([0, 2, 1, 1], [0, 2, 1, 1]))
    yield Case("they always disagree", ([0, 1, 0, 1, 1], [1, 0, 1, 0, 0]))
    yield Case("one rater says the same always", ([0, 0, 0, 0], [0, 1, 0, 2]))
    yield Case("both say the same always, but not as each other", ([0, 0, 0], [1, 1, 1]), {"weights": "linear"})
    yield Case("a label that only the second rater gives", ([0, 1, 1, 0, 2], [0, 3, 1, 0, 3]), {"weights": "quadratic"})
    yield Case("a label in between that nobody gives", ([0, 1, 3, 0, 1, 0], [0, 3, 3, 1, 1, 0], "linear"))
    yield Case("two labels in between that nobody gives", ([0, 1, 4, 0, 1, 4], [0, 4, 4, 1, 1, 1], "quadratic"))
    for weights in ("cubic", "Linear", ""):
        yield Case(f"weights={weights!r}", ([0, 1, 2], [0, 2, 2], weights), raises=("ValueError",))
    yield Case("sixty items, five labels", (*raters(draw, 60, 5), "quadratic"))


PROBLEM = Problem(
    id="cohens-kappa",
    entries=(cohens_kappa,),
    cases=cases,
    dtypes=(torch.float64,),
    grad=False,
)
