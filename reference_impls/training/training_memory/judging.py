"""How answers to `training-memory` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Scenario, Tolerance, sweep
from reference_impls.training.training_memory.reference import training_bytes_per_gpu


def any_run(draw: Draw) -> tuple[int, int, int, int, int, int]:
    """A few parameters, so that rounding to whole bytes shows."""
    params, stage, gpus = draw.integer(1, 40), draw.integer(0, 3), draw.integer(1, 9)
    return params, stage, gpus, draw.integer(1, 4), draw.integer(1, 5), draw.integer(4, 16)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    few = draw.integer(11, 15)
    for stage in range(4):
        yield Case(f"stage {stage}, seven GPUs", (few, stage, 7))
    for stage in range(4):
        yield Case(f"stage {stage}, one GPU", (draw.integer(3, 9), stage, 1))
    for stage in range(4):
        sizes = {"param_bytes": 4, "grad_bytes": 3, "optim_bytes": 8}
        yield Case(f"stage {stage}, other sizes", (draw.integer(20, 29), stage, 3), sizes)
    yield Case("7.5B parameters, stage 2, 64 GPUs", (7_500_000_000, 2, 64))
    yield Case("70B parameters, stage 3, 512 GPUs", (70_000_000_000, 3, 512))
    yield Case("gradients in fp32", (1_300_000_000, 1, 8), {"grad_bytes": 4})
    yield Case("gradients in fp32, stage 3", (1_300_000_000, 3, 8), {"grad_bytes": 4})
    yield Case("parameters of one byte", (13_000_000_000, 2, 16), {"param_bytes": 1})
    yield Case("8-bit moments", (500_000_000, 1, 4), {"optim_bytes": 6})
    yield Case("sizes by position", (1000, 2, 6, 2, 4, 12))
    yield sweep("training_bytes_per_gpu", any_run, calls=40)


PROBLEM = Problem(
    id="training-memory",
    entries=(training_bytes_per_gpu,),
    cases=cases,
    dtypes=(torch.float32,),
    tolerances={torch.float32: Tolerance(1e-5, 0.0, floor=0.0)},  # GiB of a few parameters are no zeros
    grad=False,
)
