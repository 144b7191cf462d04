"""How answers to `clip-loss` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import TOLERANCES, Case, Draw, Problem, Tolerance
from reference_impls.self_supervision.clip_loss.reference import clip_loss

# At a scale of 100 the rounding of a cosine moves a logit by 1e-5 in float32.
SHARP = {**TOLERANCES, torch.float32: Tolerance(1e-3, 1e-4)}


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two pairs", (draw.normal(2, 3), draw.normal(2, 3), 2.0))
    yield Case("five pairs", (draw.normal(5, 4), draw.normal(5, 4), 5.0))
    yield Case("a learned scale", (draw.normal(4, 6), draw.normal(4, 6), draw.uniform(low=2.0, high=6.0)))
    image = draw.normal(6, 5)
    text = draw.floating(image.double() + 0.5 * draw.normal(6, 5).double())
    yield Case("pairs that belong together", (image, text, 10.0))
    loose = draw.floating(image.double() + 1.5 * draw.normal(6, 5).double())
    loose[0] = image[0]  # a cosine of 1: exp(100) overflows in float32
    yield Case("scale 100", (image, loose, 100.0))
    yield Case("scale 100, strangers", (draw.normal(4, 7), draw.normal(4, 7), 100.0))
    yield Case("scale 1", (draw.normal(3, 4), draw.normal(3, 4), 1.0))
    yield Case("scale below 1", (draw.normal(3, 6), draw.normal(3, 6), 0.3))
    yield Case(
        "embeddings of very different lengths", (draw.normal(3, 4, scale=30.0), draw.normal(3, 4, scale=0.05), 4.0)
    )
    lengths = draw.uniform(5, 1, low=0.2, high=9.0).double()
    yield Case(
        "rows of different lengths", (draw.floating(lengths * draw.normal(5, 3).double()), draw.normal(5, 3), 3.0)
    )
    yield Case("as many pairs as channels", (draw.normal(4, 4), draw.normal(4, 4), 3.0))
    yield Case("one pair", (draw.normal(1, 4), draw.normal(1, 4), 3.0))
    yield Case("by name", (), {"logit_scale": 7.0, "text_emb": draw.normal(3, 5), "image_emb": draw.normal(3, 5)})


PROBLEM = Problem(id="clip-loss", entries=(clip_loss,), cases=cases, tolerances=SHARP)
