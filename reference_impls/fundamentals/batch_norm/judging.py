"""How answers to `batch-norm` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.fundamentals.batch_norm.reference import batch_norm
from reference_impls.problem import Case, Draw, Problem

BUFFERS = ("running_mean", "running_var", 3, 4)
"""Of the running statistics no gradient is asked; where momentum is 0, none comes back to x through them, either."""


def channels(draw: Draw, C: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Gain, shift and running statistics, all away from 0 and 1."""
    return (
        draw.normal(C, mean=1.0, scale=0.5),
        draw.normal(C),
        draw.normal(C, mean=0.5),
        draw.uniform(C, low=0.5, high=2.5),
    )


def maps(draw: Draw, *shape: int) -> Tensor:
    """Feature maps whose channels have means and scales of their own."""
    C = shape[1]
    scale, mean = draw.uniform(C, low=0.5, high=3.0).double(), draw.normal(C, scale=2.0).double()
    return draw.floating(draw.normal(*shape).double() * scale.view(1, C, 1, 1) + mean.view(1, C, 1, 1))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one channel, two values", (maps(draw, 1, 1, 1, 2), *channels(draw, 1)), grad=False)
    yield Case("training", (maps(draw, 2, 3, 4, 5), *channels(draw, 3)), grad=False)
    yield Case("evaluation", (maps(draw, 2, 3, 4, 5), *channels(draw, 3)), {"training": False}, constant=BUFFERS)
    yield Case("all arguments", (maps(draw, 4, 2, 3, 2), *channels(draw, 2), True, 0.3, 0.2), grad=False)
    yield Case("a batch of one", (maps(draw, 1, 4, 3, 2), *channels(draw, 4)), {"momentum": 0.25}, grad=False)
    yield Case("maps of one value", (maps(draw, 5, 3, 1, 1), *channels(draw, 3)), {"training": True}, grad=False)
    yield Case("as many channels as columns", (maps(draw, 2, 4, 3, 4), *channels(draw, 4)), grad=False)
    yield Case("all axes alike", (maps(draw, 3, 3, 3, 3), *channels(draw, 3)), {"eps": 0.5}, grad=False)
    gradients = maps(draw, 3, 2, 2, 4), *channels(draw, 2)
    yield Case("momentum 0: nothing is learned", gradients, {"momentum": 0.0}, constant=BUFFERS)
    yield Case(
        "momentum 1: nothing is kept", (maps(draw, 2, 2, 3, 3), *channels(draw, 2)), {"momentum": 1.0}, grad=False
    )
    yield Case(
        "momentum 0 and a large eps", (maps(draw, 2, 5, 1, 3), *channels(draw, 5), True, 0.0, 1.0), constant=BUFFERS
    )
    small = draw.normal(3, 4, 2, 2, scale=2e-3), *channels(draw, 4)
    yield Case("variance below eps", small, grad=False)
    gamma, beta, mean, _ = channels(draw, 3)
    tiny = draw.uniform(3, low=2e-6, high=2e-5)
    yield Case(
        "evaluation, variance below eps", (draw.normal(2, 3, 2, 2), gamma, beta, mean, tiny, False), constant=BUFFERS
    )
    settled = maps(draw, 4, 3, 2, 5), *channels(draw, 3), False, 0.5, 0.4
    yield Case("evaluation, all arguments", settled, constant=BUFFERS)
    one = maps(draw, 1, 3, 2, 3), *channels(draw, 3)
    yield Case("evaluation of one sample, momentum 1", one, {"training": False, "momentum": 1.0}, constant=BUFFERS)


PROBLEM = Problem(
    id="batch-norm",
    entries=(batch_norm,),
    cases=cases,
)
