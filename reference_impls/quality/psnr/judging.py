"""How answers to `psnr` are judged."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.quality.psnr.reference import psnr


def codes(draw: Draw, dtype: torch.dtype, high: int, *shape: int) -> NDArray[Any]:
    """Random codes in [0, high)."""
    return draw.integers(0, high, *shape).to(dtype).numpy()


def noisy(draw: Draw, img: NDArray[Any], most: int, high: int) -> NDArray[Any]:
    """Codes that differ from these by up to `most`, in both directions."""
    moved = torch.from_numpy(img.astype(np.int64)) + draw.integers(-most, most + 1, *img.shape)
    return moved.clamp(0, high - 1).numpy().astype(img.dtype)


def cases(draw: Draw) -> Iterator[Case]:
    """Never near 0 dB, where a small relative error of the MSE is a large one of the answer."""
    small = codes(draw, torch.uint8, 100, 3, 4)
    yield Case("uint8, darker by a constant", (small + np.uint8(20), small))
    img = codes(draw, torch.uint8, 256, 7, 9)
    yield Case("uint8, errors of both signs", (img, noisy(draw, img, 9, 256)))
    yield Case("uint8, two independent images", (img, codes(draw, torch.uint8, 200, 7, 9)))
    x = draw.uniform(6, 5)
    yield Case("floats in [0, 1], peak 1", (x.numpy(), (x + draw.normal(6, 5, scale=0.05)).numpy(), 1.0))
    yield Case("floats with the peak of 8 bits", (draw.uniform(8, 3, high=99.0).numpy(), draw.uniform(8, 3).numpy()))
    yield Case("floats in [0, 1] with the peak of 8 bits", (draw.uniform(4, 9).numpy(), draw.uniform(4, 9).numpy()))
    ten_bits = codes(draw, torch.int16, 1024, 5, 8)
    yield Case("10 bits in int16", (ten_bits, codes(draw, torch.int16, 400, 5, 8)), {"peak": 1023})
    wide = codes(draw, torch.int32, 65536, 6, 7)
    yield Case("16 bits in int32", (wide, codes(draw, torch.int32, 16384, 6, 7)), {"peak": 65535.0})
    scan = codes(draw, torch.uint16, 65536, 5, 7)
    yield Case("16 bits in uint16", (scan, codes(draw, torch.uint16, 65536, 5, 7)), {"peak": 65535})
    colour = codes(draw, torch.uint8, 256, 5, 6, 3)
    spoiled = np.stack([noisy(draw, colour[..., c], most, 256) for c, most in enumerate((2, 12, 70))], axis=-1)
    yield Case("colour, channels of different error", (colour, spoiled))
    yield Case("worse than the peak", (draw.normal(4, 7, scale=60).numpy(), draw.normal(4, 7).numpy(), 2.0))
    one_off = img.copy()
    one_off[3, 4] ^= 1
    yield Case("one pixel off by one", (img, one_off))
    tiny = draw.uniform(5, 5, low=0.4, high=0.6)
    yield Case("errors near 1e-4", (tiny.numpy(), (tiny + draw.normal(5, 5, scale=1e-4)).numpy(), 1.0))
    bright = draw.integers(128, 256, 4, 6).double()  # as near as a test for closeness takes to be equal
    sign = 2.0 * draw.booleans(4, 6).double() - 1
    yield Case("errors of a thousandth", (draw.floating(bright).numpy(), draw.floating(bright + sign / 1024).numpy()))
    yield Case(
        "errors near 1e-7",
        ((0.5 + bright / 512).float().numpy(), ((0.5 + bright / 512) + sign / 2**22).float().numpy(), 1.0),
    )
    yield Case("identical uint8", (img, img.copy()))
    yield Case("identical floats", (x.numpy(), x.numpy().copy()), {"peak": 1.0})


PROBLEM = Problem(
    id="psnr",
    entries=(psnr,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
