"""How answers to `vq-quantize` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.latents.vq_quantize.reference import vq_quantize
from reference_impls.problem import Case, Draw, Law, Problem, World, expect

ENTRY = "vq_quantize"

MARGIN = 0.05
"""By which share of its squared distance, at least, the second code is farther: no arithmetic confuses them."""


def decided(draw: Draw, codebook: Tensor, rows: int, scale: float = 1.0, mean: float = 0.0) -> Tensor:
    """Encodings (rows,D) that are clearly nearest to one code each."""
    z = draw.normal(40 * rows, codebook.shape[1], scale=scale, mean=mean)
    distances = (z[:, None].double() - codebook[None].double()).square().sum(dim=-1)
    nearest = distances.topk(2, dim=1, largest=False).values
    clear = nearest[:, 1] - nearest[:, 0] > MARGIN * (scale**2 + nearest[:, 1])
    return z[clear][:rows]


def cases(draw: Draw) -> Iterator[Case]:
    codebook = draw.normal(2, 3)
    yield Case("two encodings, two codes", (decided(draw, codebook, 2), codebook))
    codebook = draw.normal(9, 4)
    z = decided(draw, codebook, 30)
    yield Case("default beta", (z, codebook))
    yield Case("another beta", (z[:7], codebook, draw.real(0.4, 0.8)))
    yield Case("beta above one, by name", (z[:6], codebook), {"beta": draw.real(1.5, 3.0)})
    yield Case("beta zero", (z[:5], codebook, 0.0))
    codebook = draw.normal(6, 3)
    yield Case("as many encodings as codes", (decided(draw, codebook, 6), codebook))
    codebook = draw.normal(7, 7)
    yield Case("as many codes as dimensions", (decided(draw, codebook, 7), codebook, 0.5))
    codebook = draw.normal(5, 2)
    yield Case("one encoding", (decided(draw, codebook, 1), codebook))
    lengths = torch.tensor([0.3, 3.0, 1.0, 2.0, 0.5, 4.0, 1.5, 2.5], dtype=torch.float64)
    codebook = draw.floating(lengths[:, None] * draw.normal(8, 3).double())
    yield Case("codes of different lengths", (decided(draw, codebook, 24, scale=2.0), codebook))
    codebook = draw.normal(12, 5, mean=3.0)
    yield Case("codes far from the origin", (decided(draw, codebook, 20, mean=3.0), codebook))
    codebook = draw.floating(torch.tensor([[0.5, -0.25], [40.0, 40.0], [-40.0, 40.0]]))
    yield Case("all choose one code", (draw.normal(6, 2), codebook))
    codebook = draw.floating(torch.tensor([[-4.0], [1.0], [6.0], [2.5]]))
    yield Case("one dimension", (decided(draw, codebook, 10, scale=3.0), codebook))


def indices_are_long(world: World, draw: Draw) -> None:
    codebook = draw.normal(4, 3)
    result = world.call(ENTRY, decided(draw, codebook, 5), codebook)
    three = isinstance(result, tuple | list) and len(result) == 3
    expect(three, "return three values, (z_q, indices, loss)", "three-values")
    dtype = torch.as_tensor(result[1]).dtype
    expect(dtype == torch.int64, f"indices are {str(dtype).removeprefix('torch.')}, expected long (int64)", "dtype")


PROBLEM = Problem(
    id="vq-quantize",
    entries=(vq_quantize,),
    cases=cases,
    laws=(Law("indices are long", indices_are_long),),
    dtypes=(torch.float32,),  # `one_hot(indices).float() @ codebook` is right, and raises where the codebook is float64
    gradients_are_asked=True,
)
