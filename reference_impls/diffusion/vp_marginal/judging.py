"""How answers to `vp-marginal` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.diffusion.vp_marginal.reference import vp_marginal
from reference_impls.problem import TOLERANCES, Case, Draw, Problem, Tolerance

# Right answers may take the difference 1 - α² in float32: at t = 0.001 that costs three digits of σ.
ROUNDED = {**TOLERANCES, torch.float32: Tolerance(1e-3, 1e-5)}


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one time", (draw.uniform(1, low=0.3, high=0.6),))
    yield Case("a batch of times", (draw.uniform(5, low=0.05, high=0.95),))
    yield Case("a number without axes", (draw.uniform(low=0.2, high=0.5),))
    yield Case("a column to be broadcast", (draw.uniform(3, 1, 1, low=0.1, high=0.9),))
    yield Case("near the start", (draw.uniform(4, low=0.001, high=0.02),))
    yield Case("the earliest time and a later one", (draw.floating([0.001, 0.4]),))
    yield Case("the last time", (draw.floating([1.0, 0.5]),))
    yield Case("near the end", (draw.uniform(4, low=0.9, high=1.0),))
    yield Case("other betas", (draw.uniform(2, 3, low=0.1, high=1.0), 0.4, 5.0))
    yield Case("a smaller maximum by name", (draw.uniform(6, low=0.1, high=1.0),), {"beta_max": 3.0})
    yield Case("another minimum by name", (draw.uniform(6, low=0.1, high=0.6),), {"beta_min": 1.5})
    yield Case("constant beta", (draw.uniform(4, low=0.1, high=1.0), 2.0, 2.0))


PROBLEM = Problem(id="vp-marginal", entries=(vp_marginal,), cases=cases, grad=False, tolerances=ROUNDED)
