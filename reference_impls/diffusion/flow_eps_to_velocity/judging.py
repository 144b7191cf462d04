"""How answers to `flow-eps-to-velocity` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.diffusion.flow_eps_to_velocity.reference import velocity_from_eps
from reference_impls.problem import Case, Draw, Problem


def on_the_path(draw: Draw, t: float | Tensor, *shape: int) -> tuple[Tensor, Tensor, float | Tensor]:
    """A point of the path, and a prediction that misses its noise a little, as a network's does."""
    at = t if isinstance(t, float) else t.double().reshape(-1, *[1] * (len(shape) - 1))
    noise, data = draw.normal(*shape).double(), draw.normal(*shape, mean=0.5, scale=1.5).double()
    return (
        draw.floating((1 - at) * noise + at * data),
        draw.floating(noise + 0.2 * draw.normal(*shape).double()),
        t,
    )


def times(draw: Draw, B: int, low: float = 0.05, high: float = 1.0) -> Tensor:
    return draw.uniform(B, low=low, high=high)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one value", on_the_path(draw, 0.3, 1, 1), constant=("t",))
    yield Case("vectors, one time", on_the_path(draw, 0.7, 3, 4), constant=("t",))
    yield Case("vectors, a time for each", on_the_path(draw, times(draw, 3), 3, 5), constant=("t",))
    yield Case("images, a time for each", on_the_path(draw, times(draw, 2), 2, 3, 4, 5), constant=("t",))
    yield Case("images, one time", on_the_path(draw, 0.45, 2, 3, 4, 5), constant=("t",))
    yield Case("as many features as samples", on_the_path(draw, times(draw, 4), 4, 4), constant=("t",))
    yield Case("all axes of one length", on_the_path(draw, times(draw, 3), 3, 3, 3), constant=("t",))
    yield Case("near the noise", on_the_path(draw, 0.05, 2, 6), constant=("t",))
    yield Case("near the noise, a time for each", on_the_path(draw, times(draw, 4, high=0.1), 4, 3), constant=("t",))
    yield Case("clean data", on_the_path(draw, 1.0, 2, 3), constant=("t",))
    yield Case("one sample", on_the_path(draw, times(draw, 1), 1, 2, 3), constant=("t",))
    x_t, eps, t = on_the_path(draw, times(draw, 2), 2, 3, 2)
    yield Case("by name", (), {"t": t, "eps": eps, "x_t": x_t}, constant=("t",))


PROBLEM = Problem(id="flow-eps-to-velocity", entries=(velocity_from_eps,), cases=cases)
