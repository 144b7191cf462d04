"""How answers to `magnitude-prune` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.serving.magnitude_prune.reference import magnitude_prune


def apart(draw: Draw, *shape: int) -> Tensor:
    """Values of both signs whose magnitudes differ by at least a tenth of their mean."""
    n = torch.Size(shape).numel()
    size = torch.tensor(draw.permutation(n), dtype=torch.float64).reshape(shape) + 1
    signs = 1 - 2 * draw.integers(0, 2, *shape).double()
    return draw.floating(signs * (size + draw.uniform(*shape, low=-0.3, high=0.3).double()) / n)


def share(draw: Draw, k: int, n: int) -> float:
    """A fraction that rounds to k of n entries, from either side."""
    return min(max((k + draw.choice((-0.3, 0.3))) / n, 0.0), 1.0)


def transposed(world: World, draw: Draw) -> Iterator[Observation]:
    """A weight whose memory has the order of the columns."""
    columns = apart(draw, 4, 3)
    weight = world.new((world.keep(columns), "swapaxes"), 0, 1)  # what tensors and arrays both have
    yield "the result", world.call("magnitude_prune", weight, share(draw, 5, 12))


def ties(world: World, draw: Draw) -> None:
    """Which of equal magnitudes are pruned is open; how many, and that no larger one is, is not."""
    for values, k in ([0.5] * 10, 4), ([0.25] * 4 + [0.5] * 5 + [0.75] * 3, 7), ([0.5] * 3 + [0.75] * 5, 5):
        signs = (1 - 2 * draw.integers(0, 2, len(values))).double()
        weight = draw.floating(torch.tensor(values, dtype=torch.float64)[draw.permutation(len(values))] * signs)
        got = torch.as_tensor(world.call("magnitude_prune", weight, k / len(values)))
        expect(got.shape == weight.shape, f"shape {tuple(got.shape)}, expected {tuple(weight.shape)}", "ties-shape")
        zero, size = got == 0, weight.abs()
        found = int(zero.sum())
        expect(found >= k, f"magnitudes {values}: {found} of {len(values)} entries are 0, expected {k}", "ties-too-few")
        expect(
            found <= k, f"magnitudes {values}: {found} of {len(values)} entries are 0, expected {k}", "ties-too-many"
        )
        expect(torch.equal(got[~zero].float(), weight[~zero]), "an entry that is not pruned has changed", "ties-kept")
        in_order = float(size[zero].max()) <= float(size[~zero].min())
        expect(in_order, f"magnitudes {values}: a larger entry is pruned before a smaller one", "ties-order")


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("two of four", (apart(draw, 4), 0.5))
    yield Case("a third of a matrix", (apart(draw, 3, 4), share(draw, 4, 12)))
    yield Case("rounded up", (apart(draw, 2, 5), 0.37))
    yield Case("rounded down", (apart(draw, 2, 5), 0.63))
    yield Case("nine tenths", (apart(draw, 4, 5), share(draw, 18, 20)))
    yield Case("nothing", (apart(draw, 3, 2), 0.0))
    yield Case("everything", (apart(draw, 6, 9), 1.0))
    yield Case("four axes", (apart(draw, 3, 2, 2, 2), share(draw, 11, 24)))
    yield Scenario("a transposed weight", transposed)
    rest = apart(draw, 12)
    zeros = torch.zeros(4, dtype=rest.dtype)
    yield Case("zeros are there already", (torch.cat([rest[:5], zeros, rest[5:]]).view(4, 4), 0.5))
    yield Case("more zeros than are to be pruned", (torch.cat([zeros, rest]).view(2, 8), share(draw, 3, 16)))
    yield Case("rows of different size", (apart(draw, 3, 6) * torch.tensor([[1.0], [8.0], [128.0]]), 1 / 3))
    yield Case("less than half an entry", (apart(draw, 2, 4), 0.05))
    yield Case("one entry", (apart(draw, 1), 0.7))
    yield Case("values of 1e-6", (apart(draw, 3, 3) / 2**20, share(draw, 5, 9)))


PROBLEM = Problem(
    id="magnitude-prune",
    entries=(magnitude_prune,),
    cases=cases,
    laws=(Law("equal magnitudes", ties),),
    grad=False,
    returns_new=True,
)
