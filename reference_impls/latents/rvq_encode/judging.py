"""How answers to `rvq-encode` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.latents.rvq_encode.reference import rvq_decode, rvq_encode
from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World

ENCODE, DECODE = "rvq_encode", "rvq_decode"

MARGIN = 0.01
"""How much farther, at least, the second code is at every level, relative to the sizes: no arithmetic confuses them."""


def books(draw: Draw, Q: int, K: int, D: int, *, fine: float = 0.5, mean: float = 0.0) -> Tensor:
    """Codebooks that get finer from level to level; the codes of a book differ in length."""
    scale = torch.tensor([fine**q for q in range(Q)], dtype=torch.float64)[:, None, None]
    lengths = draw.uniform(Q, K, 1, low=0.4, high=1.6).double()
    return draw.floating(scale * (lengths * draw.normal(Q, K, D).double() + mean))


def decided(draw: Draw, codebooks: Tensor, B: int, *, mean: float = 0.0) -> Tensor:
    """Encodings (B,D) that have one clearly nearest code at every level."""
    z = draw.normal(30 * B + 30, codebooks.shape[-1], scale=1.2, mean=mean)
    residual, clear = z.double(), torch.ones(len(z), dtype=torch.bool)
    for codebook in codebooks.double():
        distances = (residual[:, None] - codebook).square().sum(dim=-1)
        if len(codebook) > 1:
            best = distances.topk(2, dim=1, largest=False).values
            clear &= best[:, 1] - best[:, 0] > MARGIN * (1 + best[:, 1])
        residual = residual - codebook[distances.argmin(dim=1)]
    return z[clear][:B]


def encoded(draw: Draw, name: str, Q: int, K: int, D: int, B: int, mean: float = 0.0) -> Case:
    """One call of the encoder."""
    codebooks = books(draw, Q, K, D, mean=mean)
    return Case(name, (decided(draw, codebooks, B, mean=mean), codebooks), entry=ENCODE)


def decoded(draw: Draw, name: str, Q: int, K: int, D: int, B: int, n: int) -> Case:
    """One call of the decoder with the first n levels."""
    return Case(name, (draw.integers(0, K, B, n), books(draw, Q, K, D)), entry=DECODE)


def form(world: World, draw: Draw) -> Iterator[Observation]:
    """What the encoder returns, but for its values."""
    codebooks = books(draw, 2, 4, 3)
    result = world.call(ENCODE, decided(draw, codebooks, 5), codebooks)
    several = isinstance(result, tuple | list)
    yield "how many values come back", len(result) if several else 1
    indices = result[0] if several else result
    yield "the dtype of the indices", str(torch.as_tensor(indices).dtype).removeprefix("torch.")


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield encoded(draw, "one level", 1, 4, 3, 2)
    yield decoded(draw, "decode one of one level", 1, 4, 3, 2, 1)
    yield encoded(draw, "two levels", 2, 5, 3, 6)
    yield encoded(draw, "four levels", 4, 7, 3, 20)
    yield decoded(draw, "decode all levels", 3, 5, 4, 6, 3)
    yield decoded(draw, "decode the first two of four levels", 4, 6, 3, 5, 2)
    yield encoded(draw, "codes far from the origin", 3, 6, 4, 12, 2.0)
    yield encoded(draw, "one encoding", 3, 5, 2, 1)
    yield encoded(draw, "one dimension", 3, 4, 1, 9)
    yield encoded(draw, "all sizes equal", 3, 3, 3, 3)
    yield encoded(draw, "one code per level", 2, 1, 3, 4)
    yield decoded(draw, "decode the first of three levels", 3, 5, 2, 4, 1)
    yield decoded(draw, "decode with all sizes equal", 3, 3, 3, 3, 3)
    yield Scenario("indices are int64", form)


PROBLEM = Problem(
    id="rvq-encode",
    entries=(rvq_encode, rvq_decode),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)
