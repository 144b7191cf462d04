"""How answers to `rope-scaling` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Tolerance
from reference_impls.training.rope_scaling.reference import rope_frequencies

# Frequencies span four decades or more: each is compared by its own size, to float32's digits.
RELATIVE = dict.fromkeys((torch.float32, torch.float64), Tolerance(2e-5, 1e-7))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("four channels", (4,))
    yield Case("another base", (8, 500.0))
    yield Case("linear", (6,), {"method": "linear", "factor": 4.0})
    yield Case("ntk", (6,), {"method": "ntk", "factor": 4.0})
    yield Case("linear, all arguments by position", (10, 300.5, "linear", draw.real(1.5, 3.0)))
    yield Case("ntk, all arguments by position", (10, 300.0, "ntk", draw.real(1.5, 3.0)))
    yield Case("ntk, four channels", (4, 100.0, "ntk", 3.0))
    yield Case("ntk, many channels", (64,), {"method": "ntk", "factor": 8.0})
    yield Case("linear without a factor", (8,), {"method": "linear"})
    yield Case("ntk without a factor", (8,), {"method": "ntk"})
    yield Case("a factor without a method", (8,), {"factor": 4.0})
    yield Case("a method named None", (6, 200.0, None, 2.0))
    yield Case("linear with the base of Llama 3", (16, 500000.0, "linear", 8))
    yield Case("ntk with a whole number", (16, 500000.0, "ntk", 8))
    yield Case("ntk with a factor below 1", (8, 1000.0, "ntk", 0.5))
    yield Case("an unknown method", (8, 10000.0, "yarn", 2.0), raises=("ValueError",))
    yield Case("a method in capitals", (8,), {"method": "NTK", "factor": 2.0}, raises=("ValueError",))
    yield Case("an empty method", (8,), {"method": "", "factor": 2.0}, raises=("ValueError",))


PROBLEM = Problem(
    id="rope-scaling",
    entries=(rope_frequencies,),
    cases=cases,
    dtypes=(torch.float32,),
    tolerances=RELATIVE,
    grad=False,
)
