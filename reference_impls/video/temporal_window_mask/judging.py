"""How answers to `temporal-window-mask` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.video.temporal_window_mask.reference import temporal_window_mask


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three frames of two tokens, one back", (3, 2, 1))
    yield Case("four frames of three tokens, two back", (4, 3, 2))
    yield Case("own frame only", (3, 4, 0))
    yield Case("all frames before", (4, 2, 3))
    yield Case("a window longer than the video", (3, 3, 7))
    yield Case("one frame", (1, 5, 2))
    yield Case("one token per frame", (6, 1, 2))
    yield Case("one frame, one token", (1, 1, 0))
    yield Case("as many tokens as frames", (4, 4, 1))
    yield Case("more tokens than frames", (2, 7, 1))
    yield Case("many frames", (draw.integer(9, 12), draw.integer(2, 4), draw.integer(3, 5)))
    yield Case("by name", (), {"k": 2, "tokens": 3, "frames": 5})


def the_mask_is_boolean(world: World, draw: Draw) -> None:
    dtype = str(getattr(world.call("temporal_window_mask", 3, 2, 1), "dtype", "no tensor")).removeprefix("torch.")
    expect(dtype == "bool", f"the mask is {dtype}, expected bool", "dtype")


PROBLEM = Problem(
    id="temporal-window-mask",
    entries=(temporal_window_mask,),
    cases=cases,
    laws=(Law("the mask is boolean", the_mask_is_boolean),),
    grad=False,
    dtypes=(torch.float32,),
)
