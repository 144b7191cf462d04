"""Histogram equalisation of an 8-bit image (Gonzalez & Woods, Digital Image Processing, section 3.3).

    s(v) = round( 255 · (cdf(v) - cdf_min) / (N - cdf_min) )

cdf(v) counts the pixels of level v or darker, N all pixels. The textbook's 255 · cdf / N leaves the darkest level above 0;
subtracting cdf_min, the count at the first *occupied* level, stretches the map to the whole range, as OpenCV does. For a
constant image cdf_min = N, and there is nothing to stretch.

img (H,W) uint8. Returns: (H,W) uint8, the first occupied level at 0 and the last at 255; a constant image unchanged.
"""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect


def hist_eq(img: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The image with its levels mapped through the rescaled cumulative histogram."""
    counts = np.bincount(img.ravel(), minlength=256)  # (256,)
    cdf = counts.cumsum()
    cdf_min = cdf[cdf > 0][0]
    if cdf_min == img.size:
        return img.copy()
    levels = np.round(255 * (cdf - cdf_min) / (img.size - cdf_min))  # (256,), negative below the darkest
    table: NDArray[np.uint8] = levels.clip(0, 255).astype(np.uint8)
    return table[img]  # (H,W)


# ----------------------------------------------------------------------------------------------------------------------


def image(levels: Tensor) -> NDArray[Any]:
    """These grey levels as uint8."""
    return levels.to(torch.uint8).numpy()


def without_halves(draw: Draw, height: int, width: int, low: int, high: int, power: float = 1.0) -> NDArray[Any]:
    """Levels in [low, high), crowded towards low for powers above 1, and no value half way between two codes.

    255 c / M is a half or an integer inside (0, 255) only if M = N - cdf_min has a factor in common with 510; for the
    wrong answers that divide by N, height and width are odd.
    """
    while True:
        levels = (low + (high - low) * draw.uniform(height, width).double() ** power).floor()
        if math.gcd(int((levels > levels.min()).sum()), 510) == 1:
            return image(levels)


def cases(draw: Draw) -> Iterator[Case]:
    small = torch.tensor([[60, 60, 90, 200, 90], [200, 90, 200, 110, 60], [90, 60, 110, 200, 90]])
    yield Case("four levels", (image(small),))
    yield Case("no black pixel", (without_halves(draw, 7, 9, 40, 120),))
    yield Case("all of 0 to 255", (without_halves(draw, 33, 37, 0, 256),))
    yield Case("a dark image with black", (without_halves(draw, 21, 17, 0, 70, power=3.0),))
    yield Case("the brightest levels", (without_halves(draw, 11, 13, 249, 256),))
    yield Case("more than 255 pixels a level", (without_halves(draw, 67, 61, 100, 107),))
    yield Case("more than 65,535 pixels", (without_halves(draw, 263, 257, 30, 61),))
    most_white = torch.full((9, 13), 255)
    most_white.view(-1)[draw.integer(0, 116)] = draw.integer(0, 254)
    yield Case("one pixel darker than the rest", (image(most_white),))
    yield Case("one row", (without_halves(draw, 1, 31, 10, 40),))
    yield Case("constant", (image(torch.full((4, 5), draw.integer(1, 254))),))
    yield Case("constant black", (image(torch.zeros(3, 5)),))
    yield Case("constant white", (image(torch.full((5, 3), 255)),))


def the_answer_is_uint8(world: World, draw: Draw) -> None:
    for img in (without_halves(draw, 5, 9, 30, 90), image(torch.full((4, 3), 77))):
        dtype = getattr(world.call("hist_eq", img), "dtype", "no array")
        expect(str(dtype).removeprefix("torch.") == "uint8", f"the answer is {dtype}, expected uint8", "dtype")


def contrast_stretch(img: NDArray[np.uint8]) -> NDArray[np.uint8]:
    low, high = int(img.min()), int(img.max())
    if low == high:
        return img.copy()
    return np.round(255 * (img.astype(np.float64) - low) / (high - low)).astype(np.uint8)


def bins_over_the_range(img: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if img.min() == img.max():
        return img.copy()
    cdf = np.histogram(img, 256)[0].cumsum()
    cdf_min = cdf[cdf > 0][0]
    levels = np.round(255 * (cdf - cdf_min).clip(0) / (img.size - cdf_min))
    table: NDArray[np.uint8] = levels.astype(np.uint8)
    return table[img]


def height_squared(img: NDArray[np.uint8]) -> NDArray[np.uint8]:
    cdf = np.bincount(img.ravel(), minlength=256).cumsum()
    cdf_min = cdf[cdf > 0][0]
    if cdf_min == img.size:
        return img.copy()
    levels = np.round(255 * (cdf - cdf_min).clip(0) / max(img.shape[0] ** 2 - cdf_min, 1))
    table: NDArray[np.uint8] = levels.clip(0, 255).astype(np.uint8)
    return table[img]


def counts_of_16_bits_to_the_last(img: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if img.min() == img.max():
        return img.copy()
    cdf = np.bincount(img.ravel(), minlength=256).cumsum() % 65536
    first, last = cdf[img.min()], cdf[img.max()]
    table: NDArray[np.uint8] = np.round(255 * (cdf - first) / max(last - first, 1)).clip(0, 255).astype(np.uint8)
    return table[img]


PROBLEM = Problem(
    id="histogram-equalization",
    entries=(hist_eq,),
    cases=cases,
    laws=(Law("the answer is uint8", the_answer_is_uint8),),
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "empty-bins",
            "cdf[cdf > 0][0]",
            "cdf.min()",
            "You subtract the cumulative count at level 0, which is 0 without black pixels, so the darkest level does "
            "not become 0 (and a constant image above black turns white): take the smallest non-zero count, cdf[cdf > 0][0].",
        ),
        Slip(
            "no-minimum",
            "255 * (cdf - cdf_min) / (img.size - cdf_min)",
            "255 * cdf / img.size",
            "This is the textbook's map 255 cdf / N, which leaves the darkest level above 0: subtract cdf_min above and "
            "below the fraction line.",
        ),
        Slip(
            "empty-bins-but-constant",
            "cdf[cdf > 0][0]\n    if cdf_min == img.size:",
            "cdf.min()\n    if img.min() == img.max():",
            "The minimum is taken over empty bins too, where the CDF is 0; the first occupied bin has to map to 0.",
        ),
        Slip(
            "times-256",
            "np.round(255 * (cdf - cdf_min) / (img.size - cdf_min))",
            "np.floor(256 * (cdf - cdf_min) / (img.size - cdf_min)) % 256",
            "The CDF is multiplied by 256, so that the brightest pixels wrap around to 0: levels go from 0 to 255.",
        ),
        Slip(
            "minimum-above-only",
            "(img.size - cdf_min)",
            "img.size",
            "cdf_min is subtracted in the numerator alone, so the last level falls short of 255: divide by N - cdf_min.",
        ),
        Slip(
            "truncated",
            "np.round(",
            "np.floor(",
            "The levels are cut instead of rounded, so about half are one too low: round before astype(uint8).",
        ),
        Slip(
            "constant-black",
            "if cdf_min == img.size:\n        return img.copy()\n"
            "    levels = np.round(255 * (cdf - cdf_min) / (img.size - cdf_min))",
            "levels = np.round(255 * (cdf - cdf_min) / max(img.size - cdf_min, 1))",
            "A constant image turns black (0/0, or a guarded 0/1); the spec wants it back unchanged.",
        ),
        Slip(
            "constant-white",
            "if cdf_min == img.size:\n        return img.copy()",
            "if cdf_min == img.size:\n        return np.full_like(img, 255)",
            "A constant image turns white; the spec wants it back unchanged.",
        ),
        Slip(
            "below-only",
            "(cdf - cdf_min) / (img.size - cdf_min)",
            "(cdf - counts) / img.size",
            "Your cumulative count leaves out the level itself, so the last level falls short of 255: count the pixels "
            "of level v or darker.",
        ),
        FunctionSlip(
            "contrast-stretch",
            {"hist_eq": contrast_stretch},
            "This stretches the range linearly, (v - min)/(max - min); equalisation maps through the cumulative "
            "histogram.",
        ),
        Slip(
            "returns-table",
            "return table[img]",
            "return table",
            "You return the table of 256 levels; index it with the image.",
        ),
        Slip(
            "not-uint8",
            ".astype(np.uint8)",
            "",
            "The values are right, the type is not: return uint8.",
        ),
        FunctionSlip(
            "bins-over-the-range",
            {"hist_eq": bins_over_the_range},
            "np.histogram spreads its 256 bins over the values that occur; give it range=(0, 256), so that bin v "
            "counts level v.",
        ),
        Slip(
            "below-only-rescaled",
            "255 * (cdf - cdf_min) / (img.size - cdf_min)",
            "255 * (cdf - counts) / max((cdf - counts).max(), 1)",
            "Your cumulative count leaves out the level itself, rescaled: count the pixels of level v or darker.",
        ),
        Slip(
            "not-cumulated",
            "255 * (cdf - cdf_min) / (img.size - cdf_min)",
            "255 * counts / counts.max()",
            "You map by the histogram itself; it is its running sum, the cumulative counts, that equalises.",
        ),
        FunctionSlip(
            "height-squared",
            {"hist_eq": height_squared},
            "The number of pixels is taken as H * H: it is H * W, img.size.",
        ),
        Slip(
            "rounded-up",
            "np.round(",
            "np.ceil(",
            "The levels are rounded up; round to the nearest.",
        ),
        Slip(
            "flattened",
            "table[img]",
            "table[img.ravel()]",
            "The result is a flat list of pixels: give it the shape of the image.",
        ),
        Slip(
            "probabilities-returned",
            "return table[img]",
            "return (cdf / img.size)[img]",
            "You return the share of pixels as dark or darker, 0 to 1: rescale it to 0 to 255 and make it uint8.",
        ),
        Slip(
            "inverted",
            "255 * (cdf - cdf_min) / (img.size - cdf_min)",
            "255 * (img.size - cdf) / (img.size - cdf_min)",
            "Dark and bright have changed places: the first occupied level maps to 0, the last to 255.",
        ),
        Slip(
            "times-256-clipped",
            "255 * (cdf - cdf_min)",
            "256 * (cdf - cdf_min)",
            "The CDF is multiplied by 256: levels go from 0 to 255, so the factor is 255.",
        ),
        Slip(
            "counts-of-bytes",
            "cdf = counts.cumsum()",
            "cdf = (counts.cumsum() % 256).astype(np.int64)",
            "The counts are kept in bytes and wrap around at 256: keep them in a wide integer type.",
        ),
        Slip(
            "below-only-both-ends-right",
            "255 * (cdf - cdf_min) / (img.size - cdf_min)",
            "255 * (cdf - counts) / (cdf - counts)[img.max()]",
            "Your cumulative count leaves out the level itself; rescaling puts both ends right, but no level between: count the "
            "pixels of level v or darker.",
        ),
        Slip(
            "counts-of-16-bits",
            "cdf = counts.cumsum()",
            "cdf = counts.cumsum() % 65536",
            "The counts are kept in 16 bits and wrap around at 65536: keep them in a wide integer type.",
        ),
        FunctionSlip(
            "counts-of-16-bits-to-the-last",
            {"hist_eq": counts_of_16_bits_to_the_last},
            "The counts, that of all pixels among them, are kept in 16 bits and wrap around at 65536: keep them in a wide "
            "integer type.",
        ),
        Slip(
            "divided-by-all-but-one",
            "(img.size - cdf_min)",
            "(img.size - 1)",
            "The divisor is N - 1, as if the darkest level occurred once: it is N - cdf_min, so that the last level becomes 255.",
        ),
        Slip(
            "one-for-the-minimum",
            "(cdf - cdf_min) / (img.size - cdf_min)",
            "(cdf - 1) / (img.size - 1)",
            "1 is subtracted in place of cdf_min, as if the darkest level occurred once: subtract its count, above and below the "
            "fraction line.",
        ),
        Slip(
            "rounded-before-stretched",
            "levels = np.round(255 * (cdf - cdf_min) / (img.size - cdf_min))",
            "levels = np.round(255 * cdf / img.size)\n"
            "    first, last = levels[img.min()], levels[img.max()]\n"
            "    levels = np.round(255 * (levels - first) / max(last - first, 1))",
            "255 cdf / N is rounded first and stretched afterwards, which magnifies the error: stretch the counts, and round "
            "once, at the end.",
        ),
        Slip(
            "cut-before-stretched",
            "levels = np.round(255 * (cdf - cdf_min) / (img.size - cdf_min))",
            "levels = np.floor(255 * cdf / img.size)\n"
            "    first, last = levels[img.min()], levels[img.max()]\n"
            "    levels = np.round(255 * (levels - first) / max(last - first, 1))",
            "255 cdf / N is cut to whole numbers first and stretched afterwards, which magnifies the error: stretch the counts, "
            "and round once, at the end.",
        ),
        Slip(
            "occupied-levels-evenly",
            "np.round(255 * (cdf - cdf_min) / (img.size - cdf_min))",
            "np.round(255 * ((counts > 0).cumsum() - 1) / max((counts > 0).sum() - 1, 1))",
            "The levels that occur are spread evenly, however often each of them does: the map follows the counts of their "
            "pixels.",
        ),
    ),
)
