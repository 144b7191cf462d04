"""How answers to `hinge-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.hinge_loss.reference import hinge_loss
from reference_impls.problem import Case, Draw, Problem


def examples(draw: Draw, *shape: int, wrong: float = 0.3, inside: float = 0.3) -> tuple[Tensor, Tensor]:
    """Scores and labels: some margins below 0, some in (0, 1), the rest beyond 1, none near either corner."""
    n = torch.Size(shape).numel()
    place, u = torch.arange(n), draw.uniform(n).double()
    beyond = torch.where(place < (wrong + inside) * n, 0.2 + 0.6 * u, 1.2 + 2 * u)
    margin = torch.where(place < wrong * n, -0.2 - 2 * u, beyond)[draw.permutation(n)]
    y = (1.0 - 2.0 * (torch.arange(n) % 2))[draw.permutation(n)]
    return draw.floating((margin * y).reshape(shape)), draw.floating(y.reshape(shape))


def cases(draw: Draw) -> Iterator[Case]:
    """The label has no gradient: it may well be an integer."""
    fixed = ("y",)
    yield Case("one example inside the margin", (draw.floating([0.4]), draw.floating([1.0])), constant=fixed)
    yield Case("one negative example, wrong", (draw.floating([1.5]), draw.floating([-1.0])), constant=fixed)
    yield Case("one example beyond the margin", (draw.floating([-1.75]), draw.floating([-1.0])), constant=fixed)
    yield Case("seven examples", examples(draw, 7), constant=fixed)
    yield Case("20 examples", examples(draw, 20), constant=fixed)
    yield Case("all right and beyond", examples(draw, 6, wrong=0.0, inside=0.0), constant=fixed)
    yield Case("all wrong", examples(draw, 6, wrong=1.0, inside=0.0), constant=fixed)
    yield Case("all inside the margin", examples(draw, 8, wrong=0.0, inside=1.0), constant=fixed)
    scores, _ = examples(draw, 9)
    yield Case("positive labels alone", (scores, draw.floating(torch.ones(9))), constant=fixed)
    yield Case("negative labels alone", (scores.clone(), draw.floating(-torch.ones(9))), constant=fixed)
    scores, y = examples(draw, 10)
    yield Case("integer labels", (scores, y.long()))
    scores, y = examples(draw, 9)
    yield Case("labels of one byte", (scores, y.to(torch.int8)))
    yield Case(
        "large scores", (draw.floating([300.0, -2000.0, 50.0]), draw.floating([-1.0, -1.0, 1.0])), constant=fixed
    )
    yield Case("scores of 0", (draw.floating([0.0, 0.0, 2.5]), draw.floating([1.0, -1.0, 1.0])), constant=fixed)
    yield Case("a matrix", examples(draw, 3, 5), constant=fixed)
    yield Case("a column", examples(draw, 6, 1), constant=fixed)


PROBLEM = Problem(
    id="hinge-loss",
    entries=(hinge_loss,),
    cases=cases,
)
