"""How answers to `factorized-attention` are judged."""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect, expect_close
from reference_impls.video.factorized_attention.reference import factorized_attention

ENTRY = "factorized_attention"


def attend(z: Tensor) -> Tensor:
    """Softmax attention with a bias that depends on both positions, and another gain for each channel.

    Nothing but the order of the sequences in the batch leaves it alone. Raises: ValueError unless there are three axes.
    """
    if z.ndim != 3:
        raise ValueError(f"attend takes (batch, length, D), it was given {tuple(z.shape)}")
    L, D = z.shape[1:]
    here, there = torch.arange(L, dtype=z.dtype)[:, None], torch.arange(L, dtype=z.dtype)
    scores = z @ z.transpose(1, 2) / D**0.5 + (here - 2 * there).sin()
    out: Tensor = scores.softmax(dim=-1) @ z * torch.linspace(0.6, 1.4, D, dtype=z.dtype)
    return out


def video(B: int, F: int, N: int, D: int) -> Callable[[World, Draw], Iterator[Observation]]:
    """One call with a video of this shape."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        yield "the result", world.call(ENTRY, draw.normal(B, F, N, D), world.spy(attend))

    return steps


def stored_by_positions(world: World, draw: Draw) -> Iterator[Observation]:
    """Frames and tokens are swapped axes of what lies in memory as (B,N,F,D), so x is not contiguous."""
    stored = world.keep(draw.normal(2, 4, 3, 5))
    yield "the result", world.call(ENTRY, world.new((stored, "swapaxes"), 1, 2), world.spy(attend))


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("two frames of three tokens, one sample", video(1, 2, 3, 2))
    yield Scenario("batch, more frames than tokens", video(2, 5, 3, 4))
    yield Scenario("batch, more tokens than frames", video(3, 2, 6, 5))
    yield Scenario("all sizes alike", video(3, 3, 3, 3))
    yield Scenario("as many samples as frames", video(4, 4, 2, 3))
    yield Scenario("as many samples as tokens", video(4, 3, 4, 2))
    yield Scenario("one frame", video(2, 1, 4, 3))
    yield Scenario("one token in each frame", video(2, 4, 1, 3))
    yield Scenario("a video that isn't contiguous in memory", stored_by_positions)


def gradient_reaches_x(world: World, draw: Draw) -> None:
    x, cotangent = draw.normal(2, 3, 4, 5), draw.normal(2, 3, 4, 5)
    _, gradients = world.gradients(ENTRY, x, world.spy(attend), cotangents=[cotangent])
    leaf = x.double().requires_grad_()
    (want,) = torch.autograd.grad((factorized_attention(leaf, attend) * cotangent).sum(), [leaf])
    got = gradients.get("args[0]")
    expect(isinstance(got, Tensor), "no gradient reaches x: is something detached, or under no_grad?", "no-gradient")
    expect_close(got, want, "the gradient of x is wrong: is a part detached?", "gradient", rtol=1e-3, atol=1e-4)


PROBLEM = Problem(
    id="factorized-attention",
    entries=(factorized_attention,),
    cases=cases,
    laws=(Law("gradients reach x through both steps", gradient_reaches_x, of_gradients=True),),
)
