"""How answers to `clip-score` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.quality.clip_score.reference import clip_score


def pairs(draw: Draw, B: int, d: int, *, signs: tuple[int, ...] = (1, -1)) -> tuple[Tensor, Tensor]:
    """Rows of different lengths whose cosines have these signs, one after another, and are not near 0."""
    image = draw.normal(B, d).double()
    sign = torch.tensor([float(signs[b % len(signs)]) for b in range(B)], dtype=torch.float64)[:, None]
    across = draw.normal(B, d).double()
    across = across - (across * image).sum(-1, keepdim=True) / image.square().sum(-1, keepdim=True) * image
    width = draw.uniform(B, 1, low=0.5, high=2.0).double()
    mixed = sign * image / image.norm(dim=-1, keepdim=True) + across / across.norm(dim=-1, keepdim=True) * width
    long, wide = draw.uniform(B, 1, low=0.3, high=6.0).double(), draw.uniform(B, 1, low=0.3, high=6.0).double()
    return draw.floating(long * image), draw.floating(wide * mixed)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one pair", pairs(draw, 1, 3))
    yield Case("four pairs, cosines of both signs", pairs(draw, 4, 6))
    yield Case("w = 1", (*pairs(draw, 3, 5), 1.0))
    yield Case("w by name", pairs(draw, 5, 4, signs=(-1, 1, 1)), {"w": 0.7})
    yield Case("as many pairs as channels", pairs(draw, 4, 4, signs=(1, 1, -1)))
    yield Case("a percentage", (*pairs(draw, 6, 7), 100.0))
    yield Case("good pairs alone", pairs(draw, 3, 8, signs=(1,)))
    yield Case("one pair that disagrees", pairs(draw, 1, 5, signs=(-1,)))
    image, text = pairs(draw, 4, 5)
    short = draw.floating(image.double() * 1e-2), draw.floating(text.double() * 300)
    yield Case("short images, long texts", short)
    one = draw.normal(3, 6)
    yield Case("an embedding with itself", (one, one.clone()), grad=False)
    yield Case("an embedding with its opposite", (one, draw.floating(-2 * one.double())), {"w": 2})
    yield Case("all by name", (), {"w": 3.0, "text_emb": draw.normal(6, 3), "image_emb": draw.normal(6, 3)})
    yield Case("one channel", pairs_of_numbers(draw), grad=False)


def pairs_of_numbers(draw: Draw) -> tuple[Tensor, Tensor]:
    """Embeddings of one channel: the cosine is a sign, and has no gradient that is more than rounding."""
    return draw.uniform(4, 1, low=0.5, high=2.0), draw.floating([[1.0], [-3.0], [2.0], [-0.5]])


PROBLEM = Problem(id="clip-score", entries=(clip_score,), cases=cases)
