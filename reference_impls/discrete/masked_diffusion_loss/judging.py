"""How answers to `masked-diffusion-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.discrete.masked_diffusion_loss.reference import masked_diffusion_loss
from reference_impls.problem import Case, Draw, Problem


def inputs(draw: Draw, B: int, L: int, V: int, scale: float = 1.0, p: float = 0.5) -> tuple[Tensor, ...]:
    """Logits, tokens, a mask with something masked in row 0 and something visible in the last row, and times."""
    masked = draw.booleans(B, L, p=p)
    masked[0, 0], masked[-1, -1] = True, False
    t = draw.uniform(B, low=0.15, high=0.9)
    return draw.normal(B, L, V, scale=scale), draw.integers(0, V, B, L), masked, t


def cases(draw: Draw) -> Iterator[Case]:
    constant = ("t",)
    yield Case("one sequence", inputs(draw, 1, 3, 4), constant=constant)
    yield Case("a batch", inputs(draw, 3, 5, 6), constant=constant)
    yield Case("as many sequences as tokens", inputs(draw, 4, 4, 3), constant=constant)
    yield Case("all sizes alike", inputs(draw, 4, 4, 4), constant=constant)
    yield Case("few masked", inputs(draw, 3, 6, 5, p=0.1), constant=constant)
    logits, x0, masked, t = inputs(draw, 2, 4, 5)
    yield Case(
        "everything masked at t = 1", (logits, x0, torch.ones_like(masked), torch.ones_like(t)), constant=constant
    )
    nothing = masked.clone()
    nothing[1] = False
    yield Case("a sequence without any masked token", (logits, x0, nothing, t), constant=constant)
    yield Case("nothing masked", (logits, x0, torch.zeros_like(masked), t), constant=constant)
    logits, x0, masked, t = inputs(draw, 3, 4, 6)
    yield Case("small times", (logits, x0, masked, draw.uniform(3, low=0.01, high=0.05)), constant=constant)
    yield Case("logits in the hundreds", inputs(draw, 2, 4, 5, scale=150.0), constant=constant)
    logits, x0, masked, t = inputs(draw, 2, 5, 4)
    original = torch.arange(4) == x0[..., None]
    hidden = logits.masked_fill(~masked[..., None] & original, float("-inf"))
    yield Case("impossible classes at visible tokens", (hidden, x0, masked, t), constant=constant)
    logits, x0, masked, t = inputs(draw, 2, 3, 7)
    yield Case("by name", (), {"t": t, "masked": masked, "x0": x0, "logits": logits}, constant=constant)


PROBLEM = Problem(id="masked-diffusion-loss", entries=(masked_diffusion_loss,), cases=cases)
