"""How answers to `transition-matrix` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.discrete.transition_matrix.reference import transition_matrix
from reference_impls.problem import Case, Draw, Problem

UNKNOWN = ("gaussian", "nearest", "cosine", "none", "identity")


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("uniform, two states", ("uniform", 2, draw.real(0.2, 0.4)))
    yield Case("absorbing, three states", ("absorbing", 3, draw.real(0.2, 0.4)))
    yield Case("uniform, five states", ("uniform", 5, draw.real(0.55, 0.8)))
    yield Case("another kind", (draw.choice(UNKNOWN), 4, 0.3), raises=("ValueError",))
    yield Case("absorbing, six states", ("absorbing", 6, draw.real(0.6, 0.9)))
    yield Case("uniform, nothing happens", ("uniform", 4, 0.0))
    yield Case("uniform, everything is resampled", ("uniform", 3, 1.0))
    yield Case("absorbing, nothing happens", ("absorbing", 4, 0.0))
    yield Case("absorbing, everything is masked", ("absorbing", 4, 1.0))
    yield Case("absorbing, one token and [MASK]", ("absorbing", 2, 0.25))
    yield Case("a small beta", ("uniform", 7, draw.real(0.001, 0.003)))
    yield Case("a capital letter", ("Uniform", 3, 0.5), raises=("ValueError",))
    yield Case("an empty name", ("", 3, 0.5), raises=("ValueError",))


PROBLEM = Problem(
    id="transition-matrix",
    entries=(transition_matrix,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)
