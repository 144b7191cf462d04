"""How answers to `maskgit-step` are judged."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.discrete.maskgit_step.reference import maskgit_step
from reference_impls.problem import Case, Draw, Problem

GAP = 2e-3
"""By how much two confidences, and the two best classes of a position, differ at least."""


def decided(draw: Draw, L: int, V: int, scale: float) -> Tensor:
    """Logits (L,V) whose confidences, largest logits and two best classes are clearly apart."""
    while True:
        logits = draw.floating(draw.normal(L, V, scale=scale).double() + 0.5 * draw.normal(L, 1).double())
        top = logits.double().softmax(dim=-1).topk(2, dim=-1).values
        confidences = top[:, 0].sort().values
        if float((top[:, 0] - top[:, 1]).min()) > GAP and (L == 1 or float(confidences.diff().min()) > GAP):
            return logits


def inputs(
    draw: Draw, B: int, L: int, V: int, step: int, steps: int, *, mask_id: int | None = None, scale: float = 1.0
) -> tuple[object, ...]:
    """Rows with different numbers of masked positions, more than will stay masked."""
    mask = V if mask_id is None else mask_id
    n = math.floor(L * math.cos(math.pi / 2 * (step + 1) / steps))
    tokens = draw.integers(0, V, B, L)
    for row in tokens:
        row[torch.tensor(draw.permutation(L)[: draw.integer(n + 1, L)])] = mask
    return tokens, torch.stack([decided(draw, L, V, scale) for _ in range(B)]), step, steps, mask


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("first of two steps, three tokens", inputs(draw, 1, 3, 4, 0, 2))
    yield Case("second of four steps", inputs(draw, 3, 7, 5, 1, 4))
    yield Case("the last step", inputs(draw, 3, 6, 4, 3, 4))
    yield Case("a single step", inputs(draw, 2, 5, 4, 0, 1))
    yield Case("the first of eight steps", inputs(draw, 2, 9, 6, 0, 8))
    yield Case("the step before the last", inputs(draw, 3, 8, 4, 6, 8))
    yield Case("a mask far above the vocabulary", inputs(draw, 2, 7, 5, 2, 5, mask_id=1000))
    yield Case("two classes", inputs(draw, 3, 7, 2, 1, 4))
    yield Case("as many rows as tokens", inputs(draw, 5, 5, 5, 1, 4))
    yield Case("all sizes alike", inputs(draw, 4, 4, 4, 0, 5))
    _, logits, step, steps, mask = inputs(draw, 2, 7, 4, 1, 5)
    yield Case("everything masked", (torch.full((2, 7), 4), logits, step, steps, mask))
    tokens, logits, step, steps, mask = inputs(draw, 2, 8, 4, 2, 5)
    named = {"mask_id": mask, "steps": steps, "step": step, "logits": logits, "tokens": tokens}
    yield Case("by name", (), named)
    yield Case("a long sequence", inputs(draw, 2, 15, 6, 3, 10, scale=1.5))


PROBLEM = Problem(id="maskgit-step", entries=(maskgit_step,), cases=cases, grad=False)
