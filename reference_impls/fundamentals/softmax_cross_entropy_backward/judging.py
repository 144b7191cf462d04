"""How answers to `softmax-cross-entropy-backward` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.softmax_cross_entropy_backward.reference import softmax_cross_entropy_backward
from reference_impls.problem import Case, Draw, Problem


def rows(draw: Draw, N: int, C: int, scale: float = 1.5) -> tuple[Tensor, Tensor]:
    """Logits, and targets of which no two neighbors are alike."""
    first = draw.integer(0, C - 1)
    return draw.normal(N, C, scale=scale), (first + torch.arange(N)) % C


def without(targets: Tensor, *places: int, ignore_index: int = -100) -> Tensor:
    """The same targets, ignored at these places."""
    marked = targets.clone()
    marked[list(places)] = ignore_index
    return marked


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one row, three classes", rows(draw, 1, 3))
    yield Case("four rows, three classes", rows(draw, 4, 3))
    yield Case("as many rows as classes", rows(draw, 5, 5))
    yield Case("two classes", rows(draw, 6, 2))
    yield Case("large and small logits", rows(draw, 3, 7, scale=6.0))
    logits, targets = rows(draw, 5, 4)
    yield Case("one row ignored", (logits, without(targets, 2)))
    logits, targets = rows(draw, 6, 3)
    yield Case("all rows but one ignored", (logits, without(targets, 0, 1, 2, 4, 5)))
    logits, targets = rows(draw, 5, 6)
    yield Case("ignore_index is -1", (logits, without(targets, 0, 3, ignore_index=-1)), {"ignore_index": -1})
    logits, targets = rows(draw, 6, 4)
    yield Case("ignore_index is the first class", (logits, targets), {"ignore_index": 0})
    logits, targets = rows(draw, 7, 3)
    yield Case("ignore_index is the last class", (logits, targets, 2))
    logits, targets = rows(draw, 4, 3)
    yield Case(
        "ignore_index beyond the classes", (logits, without(targets, 1, ignore_index=255)), {"ignore_index": 255}
    )
    logits, targets = rows(draw, 4, 5)
    yield Case("ignore_index that does not occur", (logits, targets), {"ignore_index": 99})
    yield Case("one class twice", (draw.normal(3, 4), torch.tensor([2, 2, 0])))
    yield Case(
        "a target that is nearly certain", (draw.floating([[9.0, 0.0, 1.0], [0.5, 8.0, 0.0]]), torch.tensor([0, 0]))
    )
    large = draw.floating([[1e4, 0.0, -1e4], [9800.0, 9900.0, 1e4], [-9900.0, -1e4, -9800.0]])
    yield Case("logits of 10,000", (large, torch.tensor([1, 0, 2])))
    apart = draw.floating([[1e4, 9800.0], [0.5, -0.5], [-1e4, -9800.0]])
    yield Case("rows far apart", (apart, torch.tensor([0, -100, 1])))
    logits, targets = rows(draw, 4, 3)
    logits[1] = 1e4 * logits[1].sign()
    yield Case("an ignored row of 10,000", (logits, without(targets, 1)))
    yield Case("equal logits", (draw.floating(torch.full((3, 5), 0.75)), torch.tensor([4, 0, 2])))


PROBLEM = Problem(
    id="softmax-cross-entropy-backward",
    entries=(softmax_cross_entropy_backward,),
    cases=cases,
    grad=False,
)
