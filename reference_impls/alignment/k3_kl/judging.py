"""How answers to `k3-kl` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.k3_kl.reference import k3_kl
from reference_impls.problem import Case, Draw, Law, Problem, World, expect, expect_close

REFERENCE_IS_FIXED = ("logp_ref",)
"""No gradient is asked of the reference model: a right answer may detach it."""


def apart(draw: Draw, d: Tensor) -> tuple[Tensor, Tensor]:
    """Log-probabilities of tokens that differ by these d, up to rounding; the likelier of the two is near 1/e."""
    d = d[draw.permutation(len(d))].double()
    higher = draw.uniform(*d.shape, low=-2.0, high=-0.3).double()
    return draw.floating(higher + d.clamp(max=0) - d), draw.floating(higher + d.clamp(max=0))


def mixed(draw: Draw, B: int, T: int, low: float, high: float) -> tuple[Tensor, Tensor]:
    """|d| between these bounds, of both signs within each row."""
    sign = 1.0 - 2 * (torch.arange(B * T).reshape(B, T) % 2)
    return apart(draw, sign * draw.uniform(B, T, low=low, high=high).double())


def one_way(draw: Draw, sign: int, B: int, T: int, low: float, high: float) -> tuple[Tensor, Tensor]:
    """|d| between these bounds, all of this sign."""
    return apart(draw, sign * draw.uniform(B, T, low=low, high=high).double())


def near_and_far(draw: Draw, near: float) -> tuple[Tensor, Tensor]:
    """Half of the tokens have |d| near this, one in each row is far: its estimate says how exact the others have to be."""
    size = draw.uniform(3, 6, low=0.8, high=1.0).double() * near
    size[:, 1] = draw.uniform(3, low=0.5, high=0.8).double()
    return apart(draw, size * torch.tensor([1.0, -1.0, -1.0, 1.0, -1.0, 1.0]))


def unlikely(draw: Draw) -> tuple[Tensor, Tensor]:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp = -900 - draw.integers(0, 64, 2, 3).double() / 8
    moved = torch.tensor([[0.5, -0.75, 0.25], [-0.25, 1.0, -1.5]])
    return draw.floating(logp), draw.floating(logp + moved)


def cases(draw: Draw) -> Iterator[Case]:
    fixed = REFERENCE_IS_FIXED
    yield Case("one token, the reference likelier", one_way(draw, 1, 1, 1, 0.4, 0.9), constant=fixed)
    yield Case("one token, the policy likelier", one_way(draw, -1, 1, 1, 0.4, 0.9), constant=fixed)
    yield Case("several answers", mixed(draw, 3, 5, 0.2, 1.6), constant=fixed)
    yield Case("answers of one token", mixed(draw, 4, 1, 0.2, 1.6), constant=fixed)
    yield Case("the reference likelier throughout", one_way(draw, 1, 2, 4, 0.3, 2.0), constant=fixed)
    yield Case("the policy likelier throughout", one_way(draw, -1, 4, 2, 0.3, 2.0), constant=fixed)
    logp = draw.uniform(2, 5, low=-4, high=-0.1)
    yield Case("the policy is the reference", (logp, logp.clone()), constant=fixed)
    yield Case("d near 0.09", near_and_far(draw, 0.09), constant=fixed)
    yield Case("d near 1e-3", near_and_far(draw, 1e-3), constant=fixed)
    yield Case("d of 3 to 4", mixed(draw, 2, 3, 3.0, 4.0), constant=fixed)
    yield Case("d of 6 to 8", one_way(draw, 1, 2, 3, 6.0, 8.0), constant=fixed)
    yield Case("d of 12 to 15", one_way(draw, 1, 3, 2, 12.0, 15.0), constant=fixed)
    yield Case("d of 22 to 25", one_way(draw, 1, 1, 4, 22.0, 25.0), constant=fixed)
    yield Case("d of -25 to -2", one_way(draw, -1, 2, 6, 2.0, 25.0), constant=fixed)
    yield Case("log-probabilities near -900", unlikely(draw), constant=fixed)


def accurate_near_the_reference(world: World, draw: Draw) -> None:
    for size in (1e-3, 1e-4, 1e-6):
        logp, logp_ref = mixed(draw, 4, 8, 0.5 * size, size)
        result = world.call("k3_kl", logp, logp_ref)
        d = logp_ref.double() - logp.double()
        expect_close(
            result, torch.expm1(d) - d, "within 1e-6 of exp(d) - d - 1 where |d| <= 1e-3", "accurate", rtol=0, atol=1e-6
        )
        expect(bool((torch.as_tensor(result) >= -1e-6).all()), "no estimate is below -1e-6", "non-negative")


PROBLEM = Problem(
    id="k3-kl",
    entries=(k3_kl,),
    cases=cases,
    laws=(Law("accurate and not negative where the policies nearly agree", accurate_near_the_reference),),
)
