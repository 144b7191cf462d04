"""How answers to `srgb-transfer` are judged."""

from collections.abc import Iterator

import numpy as np

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.vision.srgb_transfer.reference import srgb_to_linear


def cases(draw: Draw) -> Iterator[Case]:
    """No value lies between 0.039 and 0.0405, where editions of the standard disagree about the threshold."""
    yield Case("one value of each part", (draw.floating([draw.real(0.01, 0.03), draw.real(0.4, 0.9)]).numpy(),))
    yield Case("bright values", (draw.uniform(5, low=0.3).numpy(),))
    yield Case("the toe", (draw.uniform(6, low=0.004, high=0.038).numpy(),))
    yield Case("just above the toe", (draw.uniform(6, low=0.042, high=0.09).numpy(),))
    yield Case("dark but for one value", (draw.floating([*(draw.real(0.01, 0.03) for _ in range(4)), 0.08]).numpy(),))
    yield Case("values near 0", (draw.uniform(5, low=1e-4, high=3e-3).numpy(),))
    yield Case("a gray image", (draw.uniform(3, 4, low=0.05).numpy(),))
    mixed = np.where(draw.booleans(4, 5, 3).numpy(), draw.uniform(4, 5, 3, low=0.05).numpy(), 0.02)
    yield Case("a color image, dark and bright", (mixed,))
    yield Case("black and white", (draw.floating([0.0, 1.0, 0.5]).numpy(),))
    yield Case("a batch of color images", (draw.uniform(2, 3, 4, 3, low=0.05).numpy(),))
    yield Case("one value", (draw.uniform(1, low=0.1).numpy(),))
    yield Case("dark alone", (draw.uniform(2, 3, low=0.01, high=0.03).numpy(),))
    yield Case("by name", (), {"v": draw.uniform(7, low=0.06).numpy()})


PROBLEM = Problem(
    id="srgb-transfer",
    entries=(srgb_to_linear,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
