"""Factorised space-time attention (Arnab et al. 2021, ViViT, arXiv:2103.15691, section 3.3, model 3, eq. 4 and 5).

    y_s = attend over the N tokens of each frame,   y_t = attend over the F frames at each position of y_s

Two reshapes turn any self-attention into it: what is not attended over goes into the batch. Scores cost F N² + N F² in place
of (F N)² for joint attention; the price is that a token reaches another place in another frame only in two steps. Here are
the two steps alone; a block of the paper has norms and residuals around each, and TimeSformer (Bertasius et al. 2021,
arXiv:2102.05095, section 3) attends over time first.

Shapes: x (B,F,N,D); attend maps (batch, length, D) to the same shape, along the length. Returns: (B,F,N,D).
"""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from reference_impls.problem import (
    Draw,
    FunctionSlip,
    Law,
    Observation,
    Problem,
    Scenario,
    Slip,
    World,
    expect,
    expect_close,
)

Attend = Callable[[Tensor], Tensor]


def factorized_attention(x: Tensor, attend: Attend) -> Tensor:
    """Attend over space inside each frame, then over time at each position."""
    B, F, N, D = x.shape
    space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together
    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)
    return time.transpose(1, 2)  # (B,F,N,D)


# ----------------------------------------------------------------------------------------------------------------------

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


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("two frames of three tokens, one sample", video(1, 2, 3, 2))
    yield Scenario("batch, more frames than tokens", video(2, 5, 3, 4))
    yield Scenario("batch, more tokens than frames", video(3, 2, 6, 5))
    yield Scenario("all sizes alike", video(3, 3, 3, 3))
    yield Scenario("as many samples as frames", video(4, 4, 2, 3))
    yield Scenario("as many samples as tokens", video(4, 3, 4, 2))
    yield Scenario("one frame", video(2, 1, 4, 3))
    yield Scenario("one token in each frame", video(2, 4, 1, 3))


def gradient_reaches_x(world: World, draw: Draw) -> None:
    x, cotangent = draw.normal(2, 3, 4, 5), draw.normal(2, 3, 4, 5)
    if world.new(ENTRY, x, world.spy(attend)).type_name == "ndarray":
        return  # a NumPy answer has no gradient
    _, gradients = world.gradients(ENTRY, x, world.spy(attend), cotangents=[cotangent])
    leaf = x.double().requires_grad_()
    (want,) = torch.autograd.grad((factorized_attention(leaf, attend) * cotangent).sum(), [leaf])
    got = gradients.get("args[0]")
    expect(isinstance(got, Tensor), "no gradient reaches x: is something detached, or under no_grad?", "no-gradient")
    expect_close(got, want, "the gradient of x is wrong: is a part detached?", "gradient", rtol=1e-3, atol=1e-4)


def time_first(x: Tensor, attend: Attend) -> Tensor:
    """As TimeSformer does."""
    B, F, N, D = x.shape
    time = attend(x.transpose(1, 2).reshape(B * N, F, D)).reshape(B, N, F, D).transpose(1, 2)
    return attend(time.reshape(B * F, N, D)).reshape(B, F, N, D)


def length_first(x: Tensor, attend: Attend) -> Tensor:
    """Sequences as (length, batch, D), as nn.MultiheadAttention takes them by default."""
    B, F, N, D = x.shape
    space = attend(x.reshape(B * F, N, D).transpose(0, 1)).transpose(0, 1).reshape(B, F, N, D)
    tubes = space.transpose(1, 2).reshape(B * N, F, D)
    return attend(tubes.transpose(0, 1)).transpose(0, 1).reshape(B, N, F, D).transpose(1, 2)


def samples_mixed(x: Tensor, attend: Attend) -> Tensor:
    """The temporal sequences run through all samples of the batch."""
    B, F, N, D = x.shape
    space = attend(x.reshape(B * F, N, D)).reshape(B * F, N, D)
    return attend(space.transpose(0, 1)).transpose(0, 1).reshape(B, F, N, D)


def samples_mixed_in_space(x: Tensor, attend: Attend) -> Tensor:
    """The spatial sequences run through all samples of the batch."""
    B, F, N, D = x.shape
    space = attend(x.transpose(0, 1).reshape(F, B * N, D)).reshape(F, B, N, D).transpose(0, 1)
    time = attend(space.transpose(1, 2).reshape(B * N, F, D)).reshape(B, N, F, D)
    return time.transpose(1, 2)


def samples_mixed_in_time(x: Tensor, attend: Attend) -> Tensor:
    B, F, N, D = x.shape
    space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    time = attend(space.permute(2, 1, 0, 3).reshape(N, F * B, D))
    return time.reshape(N, F, B, D).permute(2, 1, 0, 3)


def time_averaged(x: Tensor, attend: Attend) -> Tensor:
    B, F, N, D = x.shape
    space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    return space.mean(dim=1, keepdim=True).expand(B, F, N, D)


def space_averaged(x: Tensor, attend: Attend) -> Tensor:
    B, F, N, D = x.shape
    mean = x.mean(dim=2, keepdim=True).expand(B, F, N, D)
    return attend(mean.transpose(1, 2).reshape(B * N, F, D)).reshape(B, N, F, D).transpose(1, 2)


def normalised_first(x: Tensor, attend: Attend) -> Tensor:
    def step(tokens: Tensor) -> Tensor:
        return attend(torch.nn.functional.layer_norm(tokens, tokens.shape[-1:]))

    B, F, N, D = x.shape
    space = step(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    return step(space.transpose(1, 2).reshape(B * N, F, D)).reshape(B, N, F, D).transpose(1, 2)


def time_twice(x: Tensor, attend: Attend) -> Tensor:
    B, F, N, D = x.shape
    for _ in range(2):
        x = attend(x.transpose(1, 2).reshape(B * N, F, D)).reshape(B, N, F, D).transpose(1, 2)
    return x


def time_length_first(x: Tensor, attend: Attend) -> Tensor:
    B, F, N, D = x.shape
    space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    time = attend(space.permute(1, 0, 2, 3).reshape(F, B * N, D))
    return time.reshape(F, B, N, D).permute(1, 0, 2, 3)


PROBLEM = Problem(
    id="factorized-attention",
    entries=(factorized_attention,),
    cases=cases,
    laws=(Law("gradients reach x through both steps", gradient_reaches_x),),
    slips=(
        Slip(
            "time-by-view",
            "tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return time.transpose(1, 2)",
            "return attend(space.reshape(B * N, F, D)).reshape(B, F, N, D)",
            "(B,F,N,D) is reshaped straight to (B*N,F,D), which cuts the rows into wrong sequences: swap F and N first, and back "
            "afterwards.",
        ),
        Slip(
            "back-by-view",
            ".reshape(B, N, F, D)\n    return time.transpose(1, 2)",
            ".reshape(B, F, N, D)\n    return time",
            "The result of the temporal step, (B*N,F,D), is reshaped straight to (B,F,N,D): reshape to (B,N,F,D), "
            "then swap.",
        ),
        Slip(
            "positions-first",
            "return time.transpose(1, 2)",
            "return time",
            "The result comes as (B,N,F,D): swap the axes back to (B,F,N,D).",
        ),
        FunctionSlip(
            "time-first",
            {"factorized_attention": time_first},
            "Time comes first and space second (as in TimeSformer); asked for is space, then time, and the two do "
            "not commute.",
        ),
        Slip(
            "branches-added",
            "tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return time.transpose(1, 2)",
            "tubes = x.transpose(1, 2)\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return space + time.transpose(1, 2)",
            "Both steps read x and are added up; the temporal step has to read the result of the spatial one.",
        ),
        Slip(
            "residual-added",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)\n"
            "    tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend",
            "space = x + attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)\n"
            "    tubes = space.transpose(1, 2)\n"
            "    time = tubes + attend",
            "A residual is added around each step, as in a whole block; here the attention steps alone are asked for.",
        ),
        Slip(
            "space-only",
            "tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return time.transpose(1, 2)",
            "return space",
            "The temporal step is missing: frames never see each other.",
        ),
        Slip(
            "time-only",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)",
            "space = x",
            "The spatial step is missing: positions never see each other.",
        ),
        Slip(
            "joint-attention",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)\n"
            "    tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return time.transpose(1, 2)",
            "return attend(x.reshape(B, F * N, D)).reshape(B, F, N, D)",
            "All F*N tokens attend to each other: that is joint attention, with (F N)² scores. Fold frames, then positions, into "
            "the batch.",
        ),
        Slip(
            "frames-mixed",
            "x.reshape(B * F, N, D)",
            "x.reshape(B, F * N, D)",
            "The spatial step runs over all frames of a sample: fold the frames into the batch, (B*F,N,D).",
        ),
        FunctionSlip(
            "samples-mixed",
            {"factorized_attention": samples_mixed},
            "The temporal sequences have length B*F and run through all samples of the batch: only the positions belong in the "
            "batch together with B, (B*N,F,D).",
        ),
        FunctionSlip(
            "length-first",
            {"factorized_attention": length_first},
            "attend is given (length, batch, D), so it attends along the batch; it takes (batch, length, D).",
        ),
        Slip(
            "detached",
            "tubes = space.transpose(1, 2)",
            "tubes = space.detach().transpose(1, 2)",
            "The values are right but no gradient passes through the spatial step: leave out detach, .data and "
            "no_grad.",
        ),
        Slip(
            "residual-around-space",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)",
            "space = x + attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)",
            "x is added to the result of the spatial step; there is no residual here.",
        ),
        Slip(
            "residual-around-time",
            "return time.transpose(1, 2)",
            "return space + time.transpose(1, 2)",
            "The result of the spatial step is added to that of the temporal one; there is no residual here.",
        ),
        Slip(
            "residual-at-the-end",
            "return time.transpose(1, 2)",
            "return x + time.transpose(1, 2)",
            "x is added at the end; there is no residual here.",
        ),
        Slip(
            "branches-averaged",
            "tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return time.transpose(1, 2)",
            "tubes = x.transpose(1, 2)\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return (space + time.transpose(1, 2)) / 2",
            "Both steps read x and are averaged; the temporal step has to read the result of the spatial one.",
        ),
        Slip(
            "space-twice",
            "tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return time.transpose(1, 2)",
            "return attend(space.reshape(B * F, N, D)).reshape(B, F, N, D)",
            "Both steps attend over space: for the second one the positions go into the batch, (B*N,F,D).",
        ),
        Slip(
            "joint-twice",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)\n"
            "    tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together\n"
            "    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)\n"
            "    return time.transpose(1, 2)",
            "return attend(attend(x.reshape(B, F * N, D))).reshape(B, F, N, D)",
            "Both steps attend over all F*N tokens: fold the frames into the batch for space, the positions for time.",
        ),
        Slip(
            "swap-by-view",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)\n    tubes = space.transpose(1, 2)",
            "tubes = attend(x.reshape(B * F, N, D)).reshape(B, N, F, D)",
            "The result of the spatial step, (B*F,N,D), is reshaped straight to (B,N,F,D): reshape to (B,F,N,D), "
            "then swap.",
        ),
        FunctionSlip(
            "samples-mixed-in-space",
            {"factorized_attention": samples_mixed_in_space},
            "The spatial sequences have length B*N and run through all samples of the batch: fold the frames in "
            "with B, (B*F,N,D).",
        ),
        Slip(
            "batch-split-in-another-order",
            "time = attend(tubes.reshape(B * N, F, D))",
            "time = attend(tubes.transpose(0, 1).reshape(B * N, F, D))",
            "The batch of the temporal step is merged as (N,B) and split as (B,N), which hands samples each other's "
            "results.",
        ),
        Slip(
            "one-sample-for-all",
            "return time.transpose(1, 2)",
            "return time.transpose(1, 2)[:1].expand(B, F, N, D)",
            "Every sample of the batch gets the result of the first one.",
        ),
        Slip(
            "frames-and-positions-flattened",
            "return time.transpose(1, 2)",
            "return time.transpose(1, 2).reshape(B, F * N, D)",
            "The result has the shape (B,F*N,D); the spec asks for that of x, (B,F,N,D).",
        ),
        FunctionSlip(
            "samples-mixed-in-time",
            {"factorized_attention": samples_mixed_in_time},
            "Over time the frames of all videos attend to each other: the batch belongs in the batch axis, (B*N,F,D).",
        ),
        FunctionSlip(
            "time-averaged",
            {"factorized_attention": time_averaged},
            "Over time you average; attend has to run over the frames at each position.",
        ),
        FunctionSlip(
            "normalised-first",
            {"factorized_attention": normalised_first},
            "The tokens are normalised before each step; attend gets them as they are, without any norm.",
        ),
        FunctionSlip(
            "space-averaged",
            {"factorized_attention": space_averaged},
            "Over space you average; attend has to run over the tokens of each frame.",
        ),
        FunctionSlip(
            "time-twice",
            {"factorized_attention": time_twice},
            "Both steps run over time; the first one runs over the tokens inside each frame.",
        ),
        Slip(
            "one-frame-left-alone",
            "    tubes = space",
            "    if F == 1:\n        return space\n    tubes = space",
            "Of a single frame you skip the temporal step; attention over one token still changes it, by its value projection, "
            "say: call attend always.",
        ),
        Slip(
            "one-token-left-alone",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D) if N > 1 else x",
            "Of frames with a single token you skip the spatial step; attention over one token still changes it, by its value "
            "projection, say: call attend always.",
        ),
        Slip(
            "single-ones-left-alone",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)\n",
            "space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D) if N > 1 else x\n"
            "    if F == 1:\n"
            "        return space\n",
            "Where there is one token in a frame, or one frame, you skip that step; attention over one token still changes it, "
            "by its value projection, say: call attend always.",
        ),
        FunctionSlip(
            "time-length-first",
            {"factorized_attention": time_length_first},
            "The temporal step hands over (F, B*N, D), so that attend takes frames for the batch and runs over positions and "
            "videos: the sequence is the middle axis, (B*N, F, D).",
        ),
        Slip(
            "gradient-past-attend",
            "    tubes = space.transpose",
            "    space = x + (space - x).detach()\n    tubes = space.transpose",
            "The values are right but the gradient that reaches x is not, as where a result is written through .data into a copy "
            "of x, so that the graph knows nothing of attend, or where a part is detached: assign results without .data.",
        ),
    ),
)
