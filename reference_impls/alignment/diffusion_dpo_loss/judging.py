"""How answers to `diffusion-dpo-loss` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.alignment.diffusion_dpo_loss.reference import diffusion_dpo_loss
from reference_impls.problem import Case, Draw, Problem

REFERENCE_IS_FIXED = ("ref_err_w", "ref_err_l")
"""No gradient is asked of the reference model: a right answer may detach it."""

Errors = tuple[Tensor, Tensor, Tensor, Tensor]


def errors(draw: Draw, pairs: int, shift: float = 0.0, spread: float = 0.3) -> Errors:
    """Squared errors near 1; policy and reference differ by about `spread`, `shift` moves the preferred of the policy."""
    ref_w, ref_l = draw.uniform(pairs, low=0.6, high=1.4), draw.uniform(pairs, low=0.9, high=1.9)
    err_w = draw.floating((ref_w.double() + shift + draw.normal(pairs, scale=spread).double()).abs())
    err_l = draw.floating((ref_l.double() + draw.normal(pairs, scale=spread).double()).abs())
    return err_w, err_l, ref_w, ref_l


def small_differences(draw: Draw, pairs: int) -> Errors:
    """As late in training: multiples of 1/4096, whose differences are exact in float32 in any order."""
    ref_w, ref_l = draw.integers(400, 900, pairs), draw.integers(400, 900, pairs)
    moved_w, moved_l = draw.integers(-4, 5, pairs), draw.integers(-4, 5, pairs)
    return (
        draw.floating((ref_w + moved_w).double() / 4096),
        draw.floating((ref_l + moved_l).double() / 4096),
        draw.floating(ref_w.double() / 4096),
        draw.floating(ref_l.double() / 4096),
    )


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one pair", errors(draw, 1), {"beta": 1.5}, constant=REFERENCE_IS_FIXED)
    yield Case("a batch of pairs", (*errors(draw, 5), 2.5), constant=REFERENCE_IS_FIXED)
    yield Case("two pairs, small beta", (*errors(draw, 2), 0.3), constant=REFERENCE_IS_FIXED)
    yield Case("worse on the preferred", (*errors(draw, 6, 1.1), 3.0), constant=REFERENCE_IS_FIXED)
    yield Case("better on the preferred", (*errors(draw, 4, -0.5), 4.0), constant=REFERENCE_IS_FIXED)
    ref_w, ref_l = draw.uniform(3, low=0.5, high=1.5), draw.uniform(3, low=0.5, high=1.5)
    # where training starts; the kinks of max(-x, 0) + log1p(exp(-|x|)) cancel in its value there, not in its gradient
    start = (ref_w, ref_l, ref_w, ref_l, 2.0)
    yield Case("policy equals reference: log 2", start, constant=REFERENCE_IS_FIXED)
    yield Case("small differences, beta 2000", (*small_differences(draw, 5), 2000.0), constant=REFERENCE_IS_FIXED)
    yield Case("small differences, beta 5000", (*small_differences(draw, 7), 5000), constant=REFERENCE_IS_FIXED)
    behind = draw.floating([2.0, 2.25, 2.125]), draw.floating([1.0, 1.125, 1.0])
    ones = draw.floating([1.0, 1.0, 1.0])
    yield Case("margins near -18", (*behind, ones, ones, 16.0), constant=REFERENCE_IS_FIXED)
    far = draw.floating([9.0, 0.5, 30.0]), draw.floating([0.5, 40.0, 0.25])
    level = draw.uniform(3, low=0.6, high=1.4), draw.uniform(3, low=0.6, high=1.4)
    yield Case("margins of a thousand", (*far, *level, 100.0), constant=REFERENCE_IS_FIXED)
    pixels = tuple(draw.floating(900 * e.double()) for e in errors(draw, 3))
    yield Case("sums over pixels", pixels, {"beta": 0.004}, constant=REFERENCE_IS_FIXED)
    yield Case("a large batch", (*errors(draw, 40), 1.0), constant=REFERENCE_IS_FIXED)


PROBLEM = Problem(id="diffusion-dpo-loss", entries=(diffusion_dpo_loss,), cases=cases)
