"""How answers to `triplet-loss` are judged."""

from collections.abc import Iterator
from dataclasses import replace

import torch
from torch import Tensor

from reference_impls.fundamentals.triplet_loss.reference import triplet_loss
from reference_impls.problem import TOLERANCES, Case, Draw, Problem

# However small the distances are, a loss must be right: no absolute error hides it.
SMALL = {dtype: replace(tolerance, floor=1e-8) for dtype, tolerance in TOLERANCES.items()}


def triplets(
    draw: Draw, *shape: int, margin: float, violate: str = "some", far: float = 2.0
) -> tuple[Tensor, Tensor, Tensor]:
    """Anchors, positives and negatives with ‖a-p‖ - ‖a-n‖ at least a fifth of the margin away from -margin.

    Some, all or none of them violate the margin, some of the violations with the negative nearer than the positive.
    """
    batch = torch.Size(shape[:-1])
    count = batch.numel()
    order = torch.tensor(draw.permutation(count))
    kind = {"some": order % 3, "all": order % 2, "none": torch.full((count,), 2)}[violate]
    u = draw.uniform(count).double()
    # 0: the negative nearer; 1: farther, but within the margin; 2: beyond the margin
    gaps = torch.where(kind == 0, -0.2 - 0.6 * u, torch.where(kind == 1, margin * (0.2 + 0.6 * u), margin * (1.2 + u)))
    near = far + 0.5 * draw.uniform(count).double()
    a = draw.normal(*shape).double()
    directions = [draw.normal(*shape).double() for _ in range(2)]
    unit = [d / d.norm(dim=-1, keepdim=True) for d in directions]
    p = a + near.reshape(batch)[..., None] * unit[0]
    n = a + (near + gaps).reshape(batch)[..., None] * unit[1]
    return draw.floating(a), draw.floating(p), draw.floating(n)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one triplet within the margin", triplets(draw, 1, 3, margin=1.0, violate="all"))
    yield Case("seven triplets, some within the margin", triplets(draw, 7, 4, margin=1.0))
    yield Case("a margin of 0.3", triplets(draw, 6, 5, margin=0.3), {"margin": 0.3})
    yield Case("a margin of 2.5, by position", (*triplets(draw, 8, 3, margin=2.5, violate="all", far=3.0), 2.5))
    yield Case("no triplet within the margin", triplets(draw, 5, 3, margin=1.0, violate="none"))
    yield Case("single vectors", triplets(draw, 6, margin=0.5, violate="all"), {"margin": 0.5})
    yield Case("two leading axes", triplets(draw, 3, 4, 5, margin=1.0))
    yield Case("three leading axes, a margin of 2", triplets(draw, 2, 3, 2, 4, margin=2.0), {"margin": 2})
    yield Case("one coordinate", triplets(draw, 6, 1, margin=1.0))
    yield Case("as many triplets as coordinates", triplets(draw, 4, 4, margin=1.0))
    yield Case("a margin of 0", triplets(draw, 9, 3, margin=0.5), {"margin": 0.0})
    for name, scale in (("a hundredth", 1e-2), ("a thousandth", 1e-3), ("a hundred-thousandth", 1e-5), ("1e-7", 1e-7)):
        small = [draw.floating(scale * values.double()) for values in triplets(draw, 6, 3, margin=1.0)]
        yield Case(f"distances of {name}", tuple(small), {"margin": scale})


PROBLEM = Problem(
    id="triplet-loss",
    entries=(triplet_loss,),
    cases=cases,
    tolerances=SMALL,
)
