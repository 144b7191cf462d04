"""How answers to `dropout` are judged."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.dropout.reference import dropout
from reference_impls.problem import Case, Draw, Law, Observation, Problem, Scenario, World, expect, expect_frequency

ENTRY = "dropout"


def values(draw: Draw, *shape: int) -> Tensor:
    """None of them near 0, so that a dropped entry is known."""
    signs = 2.0 * draw.booleans(*shape) - 1
    return draw.floating(signs * draw.uniform(*shape, low=0.5, high=2.0).double())


def seen(world: World, x: Tensor, p: float) -> tuple[Tensor, Tensor]:
    """What comes back in float64, and which entries of it are not 0."""
    y = torch.as_tensor(world.call(ENTRY, x, p)).detach().double()
    return y, y.reshape(x.shape) != 0 if y.numel() == x.numel() else torch.zeros(x.shape, dtype=torch.bool)


def is_shared(kept: Tensor) -> bool:
    """Whether all rows, or all columns, of a matrix have one mask."""
    return bool((kept == kept[:1]).all() or (kept == kept[:, :1]).all())


def the_one_factor(first: Tensor, second: Tensor) -> float | str:
    """What all kept entries of two calls are multiplied by, or what is wrong with it."""
    if not (len(first) and len(second)):
        return "nothing is kept"
    both = torch.cat([first, second])
    if any(float(each.max() - each.min()) > 1e-3 * float(each.abs().max()) for each in (first, second)):
        return "many, of both signs" if float(both.min()) < 0 else "many"
    same = abs(float(first.mean() - second.mean())) < 1e-4
    return float(both.mean()) if same else "another one in each call"


def factors(world: World, draw: Draw) -> Iterator[Observation]:
    """By what the kept entries are multiplied, and how many are dropped: no single draw shows in it."""
    for p in (0.5, 0.2, 0.7):
        x = values(draw, 80, 80)
        ratios = []
        for _ in range(2):
            y, kept = seen(world, x, p)
            ratios.append((y.reshape(x.shape) / x.double())[kept])
        yield f"the factor of what is kept at p = {p}", the_one_factor(*ratios)
        share = round(1 - float(kept.double().mean()), 1)
        yield f"the share of dropped entries at p = {p}, to a tenth", "not for each entry" if is_shared(kept) else share


def masks(world: World, draw: Draw) -> Iterator[Observation]:
    """Whether entries, rows, columns and calls have draws of their own."""
    x = values(draw, 12, 30)
    kept = [seen(world, x, 0.5)[1] for _ in range(3)]
    yield "whether all rows have one mask", bool((kept[0] == kept[0][:1]).all())
    yield "whether all columns have one mask", bool((kept[0] == kept[0][:, :1]).all())
    yield "whether a second call has the same mask", bool((kept[0] == kept[1]).all())
    counts = {int(seen(world, x, 0.5)[1].sum()) for _ in range(6)}
    yield "whether each call drops as many", len(counts) == 1
    cube = seen(world, values(draw, 6, 7, 8), 0.5)[1]
    yield "whether all samples of a batch have one mask", bool((cube == cube[:1]).all())
    yield "whether all entries of a channel have one mask", bool((cube == cube[..., :1]).all())


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("evaluation", (values(draw, 3, 4), 0.5, False))
    yield Case("evaluation at p = 1", (values(draw, 2, 3), 1.0), {"training": False})
    yield Case("p = 0", (values(draw, 3, 5), 0.0))
    yield Case("p = 0 in evaluation", (values(draw, 5), 0, False))
    yield Case("p = 1", (values(draw, 2, 4, 3), 1.0))
    yield Case("p = 1 as an integer", (values(draw, 6), 1), {"training": True})
    yield Case("large values at p = 1", (draw.floating(values(draw, 4).double() * 1e30), 1.0))
    yield Scenario("the factor of what is kept", factors)
    yield Scenario("a draw for each entry", masks)


def frequencies(world: World, draw: Draw) -> None:
    """How often entries are dropped, alone and together with their neighbors."""
    for p in (0.1, draw.real(0.3, 0.5), 0.8):
        dropped = ~seen(world, values(draw, 80, 60), p)[1]
        expect(not is_shared(dropped), "rows or columns have one mask", "shared")
        expect_frequency(int(dropped.sum()), dropped.numel(), p, f"share of dropped entries at p = {p:.2g}", "share")
        beside = dropped[:, :-1] & dropped[:, 1:]
        expect_frequency(int(beside[:, ::2].sum()), beside[:, ::2].numel(), p * p, "pairs in a row", "pairs-in-a-row")
        below = (dropped[:-1] & dropped[1:])[::2]
        expect_frequency(int(below.sum()), below.numel(), p * p, "pairs in a column", "pairs-in-a-column")
        rows = (dropped.double() - p) / math.sqrt(p * (1 - p))
        alike = (rows @ rows.T / 60).square()
        common = 60 * float(alike.sum() - alike.diagonal().sum()) / (80 * 79)  # 1 with a standard error of 0.03
        message = "rows of the mask are made of the same few draws: draw one for every entry"
        expect(common < 1.5, message, "few-draws")


def large_and_small_alike(world: World, draw: Draw) -> None:
    """Whether an entry is dropped does not depend on its value."""
    x = values(draw, 70, 60)
    dropped = ~seen(world, x, 0.3)[1]
    if is_shared(dropped):
        return  # which the law before has found
    for name, part in (("small", x.abs() < 1), ("positive", x > 0)):
        expect_frequency(
            int(dropped[part].sum()), int(part.sum()), 0.3, f"share of dropped {name} entries", f"of-{name}"
        )


def gradients_share_the_mask(world: World, draw: Draw) -> None:
    for p in (0.5, 0.25):
        x, cotangent = values(draw, 9, 11), values(draw, 9, 11)
        y, gradients = world.gradients(ENTRY, x, p, cotangents=[cotangent])
        slope = gradients.get("args[0]")
        expect(slope is not None, "no gradient reaches x", "no-gradient")
        kept = torch.as_tensor(y).detach() != 0
        got = torch.as_tensor(slope)
        expect(bool((got[~kept] == 0).all()), "a dropped entry has a gradient", "gradient-of-dropped")
        want = cotangent[kept] / (1 - p)
        expect(
            torch.allclose(got[kept], want, rtol=1e-4), "the gradient has not the factor 1 / (1 - p)", "gradient-scale"
        )


PROBLEM = Problem(
    id="dropout",
    entries=(dropout,),
    cases=cases,
    laws=(
        Law("how often entries are dropped", frequencies),
        Law("values do not matter", large_and_small_alike),
        Law("the gradient uses the same mask", gradients_share_the_mask, of_gradients=True),
    ),
)
