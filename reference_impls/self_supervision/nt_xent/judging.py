"""How answers to `nt-xent` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import TOLERANCES, Case, Draw, Problem, Tolerance
from reference_impls.self_supervision.nt_xent.reference import nt_xent


def views(draw: Draw, B: int, d: int, alike: float = 0.6) -> tuple[Tensor, Tensor]:
    """Two views of each image, of different lengths."""
    first = draw.normal(B, d).double()
    second = alike * first + (1 - alike) * draw.normal(B, d).double()
    size = draw.uniform(B, 1, low=0.4, high=3.0).double()
    return draw.floating(size * first), draw.floating(second / size.flip(0))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two images", views(draw, 2, 3))
    yield Case("five images", views(draw, 5, 4))
    yield Case("as many images as dimensions", views(draw, 4, 4))
    yield Case("a small temperature", (*views(draw, 3, 5), 0.1))
    yield Case("a temperature of 1", views(draw, 4, 3), {"tau": 1.0})
    yield Case("a large temperature", views(draw, 3, 6), {"tau": 5})
    yield Case("views that don't match", views(draw, 4, 3, alike=0.0))
    yield Case("views that match well", views(draw, 4, 6, alike=0.95))
    one = views(draw, 1, 4)
    yield Case("one image: no negatives", one, grad=False)
    z1, z2 = views(draw, 3, 4)
    yield Case("short embeddings", (draw.floating(0.02 * z1.double()), draw.floating(0.05 * z2.double())))
    yield Case("long embeddings", (draw.floating(300 * z1.double()), z2))
    yield Case("an image twice", (z1[[0, 1, 0]], z2[[0, 1, 0]]))
    # cosines of 1 and 0 divided by 0.002 are 500 and 0: exponentials overflow without a shift
    corners = torch.tensor([[1.0, 0.0, 0.0], [0.0, 2.0, 0.0]]), torch.tensor([[0.0, 0.0, 3.0], [0.0, 1.0, 0.0]])
    yield Case("a tiny temperature", (draw.floating(corners[0]), draw.floating(corners[1]), 0.002), grad=False)


PROBLEM = Problem(
    id="nt-xent",
    entries=(nt_xent,),
    cases=cases,
    # a small temperature leaves 1 - p few digits
    tolerances={**TOLERANCES, torch.float32: Tolerance(1e-4, 1e-5, floor=0.5)},
)
