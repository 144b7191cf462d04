"""How answers to `siglip-loss` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.self_supervision.siglip_loss.reference import siglip_loss


def pairs(draw: Draw, B: int, d: int, alike: float = 0.7) -> tuple[Tensor, Tensor]:
    """Embeddings of different lengths; those of a pair point in about one direction."""
    image = draw.normal(B, d).double()
    text = alike * image + (1 - alike) * draw.normal(B, d).double()
    size = draw.uniform(B, 1, low=0.4, high=3.0).double()
    return draw.floating(size * image), draw.floating(text / size.flip(0))


def number(draw: Draw, value: float) -> Tensor:
    """A 0-d tensor."""
    return draw.floating(value)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one pair", (*pairs(draw, 1, 3), 2.0, -0.5))
    yield Case("two pairs", (*pairs(draw, 2, 4), 3.0, -1.0))
    yield Case("five pairs", (*pairs(draw, 5, 3), 4.0, -2.0))
    yield Case("as many pairs as dimensions", (*pairs(draw, 4, 4), 2.5, 0.5))
    yield Case("scale and bias as tensors", (*pairs(draw, 3, 5), number(draw, 1.7), number(draw, -0.8)))
    yield Case("the start of training", (*pairs(draw, 6, 8), number(draw, 10.0), number(draw, -10.0)))
    yield Case("without bias", (*pairs(draw, 4, 3), 5.0, 0.0))
    yield Case("a small scale", (*pairs(draw, 3, 4), 0.1, -0.3))
    yield Case("a scale below 0", (*pairs(draw, 3, 4), -2.0, 0.4))
    yield Case("by name", pairs(draw, 4, 5), {"logit_bias": -1.5, "logit_scale": 6.0})
    yield Case("texts that don't match", (*pairs(draw, 4, 3, alike=0.0), 3.0, -1.0))
    short, text = pairs(draw, 3, 4)
    yield Case("short embeddings", (draw.floating(0.05 * short.double()), text, 4.0, -1.0))
    corners = torch.tensor([[1.0, 0.0], [0.0, 2.0], [-3.0, 0.0]]), torch.tensor([[-2.0, 0.0], [0.0, -1.0], [1.0, 0.0]])
    large = (draw.floating(corners[0]), draw.floating(corners[1]), 1e4, -3.0)
    yield Case("logits of 10,000", large, constant=("image_emb", "text_emb"))
    yield Case("a bias of -10,000", (*pairs(draw, 3, 4), 10.0, -1e4))


PROBLEM = Problem(
    id="siglip-loss",
    entries=(siglip_loss,),
    cases=cases,
)
