"""How answers to `patchify` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.diffusion_transformers.patchify.reference import patchify, unpatchify
from reference_impls.problem import Case, Draw, Law, Problem, World, expect, expect_close


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two patches of one channel", (draw.normal(1, 1, 2, 4), 2), entry="patchify")
    yield Case("tall image, three channels", (draw.normal(2, 3, 8, 6), 2), entry="patchify")
    yield Case("wide image, patches of three", (draw.normal(2, 4, 6, 15), 3), entry="patchify")
    yield Case("square image", (draw.normal(3, 2, 8, 8), 4), entry="patchify")
    yield Case("patches of one pixel", (draw.normal(2, 3, 2, 5), 1), entry="patchify")
    yield Case("the whole image is one patch", (draw.normal(2, 3, 4, 4),), {"p": 4}, entry="patchify")
    yield Case("two tokens back to an image", (draw.normal(1, 2, 4), 2, 2, 4), entry="unpatchify")
    yield Case("back to a tall image", (draw.normal(2, 12, 12), 2, 8, 6), entry="unpatchify")
    yield Case("back to a wide image", (draw.normal(2, 10, 36), 3, 6, 15), entry="unpatchify")
    yield Case("back to a wide image, 16 patches", (draw.normal(2, 16, 8), 2, 4, 16), entry="unpatchify")
    yield Case("back to a square image", (draw.normal(3, 4, 32),), {"p": 4, "h": 8, "w": 8}, entry="unpatchify")
    yield Case("tokens of one pixel", (draw.normal(2, 10, 3), 1, 2, 5), entry="unpatchify")
    yield Case("one token", (draw.normal(2, 1, 48), 4, 4, 4), entry="unpatchify")


def inverse(world: World, draw: Draw) -> None:
    x = draw.normal(2, 3, 6, 10)
    tokens = world.call("patchify", x, 2)
    expect(getattr(tokens, "shape", None) == (2, 15, 12), "patchify returns one array of tokens", "shape")
    expect_close(
        world.call("unpatchify", torch.as_tensor(tokens), 2, 6, 10), x, "unpatchify undoes patchify", "round-trip"
    )


PROBLEM = Problem(
    id="patchify",
    entries=(patchify, unpatchify),
    cases=cases,
    laws=(Law("unpatchify undoes patchify", inverse),),
)
