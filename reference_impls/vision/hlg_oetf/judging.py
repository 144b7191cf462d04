"""How answers to `hlg-oetf` are judged."""

from collections.abc import Iterator

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.vision.hlg_oetf.reference import hlg_oetf


def cases(draw: Draw) -> Iterator[Case]:
    """Both parts agree at 1/12, so that no value is a matter of taste."""
    yield Case("one value of each part", (draw.floating([draw.real(0.02, 0.07), draw.real(0.3, 0.9)]).numpy(),))
    yield Case("bright light", (draw.uniform(5, low=0.2).numpy(),))
    yield Case("the root", (draw.uniform(6, low=0.005, high=0.08).numpy(),))
    yield Case("just above 1/12", (draw.uniform(6, low=0.085, high=0.15).numpy(),))
    yield Case("values near 0", (draw.uniform(5, low=1e-5, high=1e-3).numpy(),))
    yield Case("dark but for one value", (draw.floating([*(draw.real(0.005, 0.05) for _ in range(4)), 0.3]).numpy(),))
    yield Case("black and white", (draw.floating([0.0, 1.0, 0.5, 1 / 12]).numpy(),))
    yield Case("a gray image", (draw.uniform(3, 4).numpy(),))
    yield Case("a color image, dark and bright", (draw.floating(draw.uniform(4, 5, 3).double() ** 3).numpy(),))
    yield Case("a batch of color images", (draw.floating(draw.uniform(2, 3, 4, 3).double() ** 2).numpy(),))
    yield Case("one value", (draw.uniform(1, low=0.2).numpy(),))
    yield Case("by name", (), {"e": draw.uniform(7).numpy()})


PROBLEM = Problem(
    id="hlg-oetf",
    entries=(hlg_oetf,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
