"""How answers to `dpo-loss` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.alignment.dpo_loss.reference import dpo_loss
from reference_impls.problem import Case, Draw, Problem

REFERENCE_IS_FIXED = ("ref_w", "ref_l")
"""No gradient is asked of the reference model: a right answer may detach it."""


def log_probabilities(draw: Draw, pairs: int, shift: float = 0.0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Sums over a few dozen tokens; policy and reference differ by a few nats, `shift` moves the chosen of the policy."""
    ref_w, ref_l = draw.normal(pairs, mean=-40, scale=8), draw.normal(pairs, mean=-45, scale=8)
    pol_w = draw.floating(ref_w.double() + shift + draw.normal(pairs, scale=3).double())
    pol_l = draw.floating(ref_l.double() + draw.normal(pairs, scale=3).double())
    return pol_w, pol_l, ref_w, ref_l


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one pair", log_probabilities(draw, 1), {"beta": 0.7}, constant=REFERENCE_IS_FIXED)
    yield Case("default beta", log_probabilities(draw, 5), constant=REFERENCE_IS_FIXED)
    yield Case("batch of pairs", log_probabilities(draw, 7), {"beta": 0.35}, constant=REFERENCE_IS_FIXED)
    yield Case(
        "policy prefers the rejected", log_probabilities(draw, 6, -9.0), {"beta": 0.5}, constant=REFERENCE_IS_FIXED
    )
    ref_w, ref_l = draw.normal(3, mean=-30, scale=5), draw.normal(3, mean=-30, scale=5)
    # where training starts; the kinks of max(-x, 0) + log1p(exp(-|x|)) cancel in its value there, not in its gradient
    yield Case("policy equals reference: log 2", (ref_w, ref_l, ref_w, ref_l), constant=REFERENCE_IS_FIXED)
    falling = draw.floating([-12000.0, -11000.0, -30.0]), draw.floating([-40.0, -55.0, -13000.0])
    level = draw.uniform(3, low=-60, high=-20), draw.uniform(3, low=-60, high=-20)
    yield Case("log-ratios near 1e4", (*falling, *level), constant=REFERENCE_IS_FIXED)


PROBLEM = Problem(
    id="dpo-loss",
    entries=(dpo_loss,),
    cases=cases,
)
