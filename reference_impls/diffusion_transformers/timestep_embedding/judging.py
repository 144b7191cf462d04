"""How answers to `timestep-embedding` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.diffusion_transformers.timestep_embedding.reference import timestep_embedding
from reference_impls.problem import Case, Draw, Problem, Tolerance

# An angle of 1000 in float32 is off by 1e-4, whatever way its frequency is written.
ANGLES = dict.fromkeys((torch.float32, torch.float64), Tolerance(1e-3, 1e-3))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one step, four channels", (draw.integers(1, 9, 1), 4))
    yield Case("whole numbers", (draw.integers(0, 1000, 5), 8))
    yield Case("times between 0 and 1", (draw.uniform(3, low=0.05, high=1.0), 6))
    yield Case("times that aren't whole", (draw.uniform(4, low=1.0, high=900.0), 10))
    yield Case("step 0", (torch.tensor([0, 3]), 6))
    yield Case("two channels", (draw.integers(1, 50, 3), 2))
    yield Case("a short period", (draw.integers(0, 100, 4), 12, 50.0))
    yield Case("a long period by name", (draw.integers(0, 1000, 3), 8), {"max_period": 1e6})
    yield Case("as many steps as channels", (draw.integers(0, 1000, 6), 6))
    yield Case("wide", (draw.integers(0, 1000, 2), 64))
    yield Case("half precision", (draw.integers(500, 1000, 3).to(torch.float16), 8), dtypes=(torch.float32,))


PROBLEM = Problem(id="timestep-embedding", entries=(timestep_embedding,), cases=cases, tolerances=ANGLES, grad=False)
