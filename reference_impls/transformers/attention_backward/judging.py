"""How answers to `attention-backward` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.attention_backward.reference import attention_backward


def inputs(draw: Draw, *, B: int, H: int, T: int, S: int, d: int, dv: int) -> tuple[Tensor, ...]:
    """The output's gradient, queries, keys and values; scores stay below 5."""
    q, k = (draw.uniform(B, H, n, d, low=-1.6, high=1.6) for n in (T, S))
    return draw.normal(B, H, T, dv), q, k, draw.normal(B, H, S, dv)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens", inputs(draw, B=1, H=1, T=2, S=2, d=2, dv=2))
    yield Case("T < S, d != dv", inputs(draw, B=2, H=3, T=4, S=6, d=3, dv=5))
    yield Case("T > S", inputs(draw, B=2, H=2, T=5, S=3, d=4, dv=2))
    yield Case("one query", inputs(draw, B=2, H=1, T=1, S=5, d=3, dv=4))
    yield Case("one key", inputs(draw, B=2, H=1, T=3, S=1, d=3, dv=2))
    yield Case("one channel", inputs(draw, B=2, H=2, T=3, S=4, d=1, dv=1))
    yield Case("as many heads as tokens and channels", inputs(draw, B=4, H=4, T=4, S=4, d=4, dv=4))
    yield Case("causal", (*inputs(draw, B=2, H=3, T=5, S=5, d=4, dv=3), True))
    yield Case("causal, three queries after four cached keys", (*inputs(draw, B=2, H=2, T=3, S=7, d=4, dv=5), True))
    yield Case("causal, one query", inputs(draw, B=2, H=2, T=1, S=4, d=3, dv=2), {"causal": True})
    yield Case("causal, one token", (*inputs(draw, B=2, H=2, T=1, S=1, d=3, dv=2), True))
    dout, q, k, v = inputs(draw, B=1, H=2, T=3, S=4, d=5, dv=2)
    yield Case("by name", (), {"causal": False, "v": v, "k": k, "q": q, "dout": dout})


PROBLEM = Problem(id="attention-backward", entries=(attention_backward,), cases=cases, grad=False)
