"""How answers to `gaussian-map-mean` are judged."""

from collections.abc import Iterator

from reference_impls.fundamentals.gaussian_map_mean.reference import gaussian_map_mean
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two samples", (draw.normal(2, mean=3.0).numpy(), 2.0, -1.0, 0.5))
    yield Case("one sample", (draw.normal(1, mean=2.0, scale=0.3).numpy(), 0.5, -2.0, 1.5))
    yield Case("no samples", (draw.floating([]).numpy(), 2.0, draw.real(1.0, 3.0), 0.7))
    yield Case("equal variances", (draw.normal(3, mean=4.0).numpy(), 1.7, 0.5, 1.7))
    yield Case("a narrow prior", (draw.normal(6, mean=5.0).numpy(), 4.0, 1.0, 0.05))
    yield Case("a wide prior", (draw.normal(5, mean=-3.0).numpy(), 0.8, 6.0, 40.0))
    yield Case("a prior of variance 1e12", (draw.normal(7, mean=2.5).numpy(), 3.0, -4.0, 1e12))
    yield Case("a prior of variance 1e12, one sample", (draw.normal(1, mean=-2.0, scale=0.2).numpy(), 0.1, 50.0, 1e12))
    yield Case("a prior of variance 1e12, no samples", (draw.floating([]).numpy(), 2.0, draw.real(1.0, 3.0), 1e12))
    yield Case("precise samples", (draw.normal(4, mean=1.5, scale=0.1).numpy(), 0.01, -1.0, 2.0))
    yield Case("noisy samples", (draw.normal(4, mean=2.0, scale=5.0).numpy(), 25.0, -3.0, 0.5))
    yield Case("a prior around 0", (draw.normal(8, mean=-2.0).numpy(), 1.5, 0.0, 0.4))
    yield Case("a prior far away", (draw.normal(9, mean=2.0).numpy(), 1.0, -500.0, 0.3))
    yield Case("100 samples", (draw.normal(100, mean=4.0, scale=3.0).numpy(), 9.0, -20.0, 0.2))
    named = {"sigma2": 0.6, "mu0": 3.0, "tau2": 0.2}
    yield Case("arguments by name", (draw.normal(5, mean=-1.0).numpy(),), named)
    yield Case("whole numbers", (draw.normal(3, mean=-2.0).numpy(), 3, 4, 2))


PROBLEM = Problem(
    id="gaussian-map-mean",
    entries=(gaussian_map_mean,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
