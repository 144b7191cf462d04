"""The 3x3 binomial filter, the smallest Gaussian one (Szeliski, Computer Vision, 2nd ed., section 3.2.1 and figure 3.14).

         ⎡1 2 1⎤        ⎡1⎤
    K =  ⎢2 4 2⎥ / 16 = ⎢2⎥ [1 2 1] / 16
         ⎣1 2 1⎦        ⎣1⎦

It is separable, three taps across and three down, and its weights sum to 1. The border repeats the edge pixel (scipy's
mode="reflect", for one pixel the same as numpy's "edge" and "symmetric"); so the mean of the image stays, too.

img (H,W), integer or float; sums of uint8 wrap modulo 256, so the arithmetic is in float64.
Returns: (H,W) float64, neither rounded nor clipped.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, FunctionSlip, Problem, Slip


def gaussian_filter3(img: NDArray[Any]) -> NDArray[np.float64]:
    """Weights 1, 2, 1 across, then down."""
    padded = np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")  # (H+2,W+2)
    across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]  # (H+2,W)
    return (across[:-2] + 2 * across[1:-1] + across[2:]) / 16  # (H,W)


# ----------------------------------------------------------------------------------------------------------------------


def codes(draw: Draw, dtype: torch.dtype, low: int, high: int, *shape: int) -> NDArray[Any]:
    """Random integers in [low, high)."""
    return draw.integers(low, high, *shape).to(dtype).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three by four", (draw.uniform(3, 4, low=0.2).numpy(),))
    yield Case("values of both signs", (draw.normal(6, 5, scale=3.0).numpy(),))
    yield Case("more columns than rows", (draw.uniform(5, 9, low=20.0, high=255.0).numpy(),))
    yield Case("square", (draw.uniform(6, 6).numpy(),))
    yield Case("beyond 255", (draw.normal(4, 6, mean=100.0, scale=400.0).numpy(),))
    yield Case("uint8", (codes(draw, torch.uint8, 0, 256, 8, 7),))
    yield Case("uint8, dark", (codes(draw, torch.uint8, 0, 15, 5, 6),))
    yield Case("uint8, bright", (codes(draw, torch.uint8, 241, 256, 6, 4),))
    yield Case("int16 of both signs", (codes(draw, torch.int16, -(2**15), 2**15, 6, 8),))
    yield Case("int32 near its limits", (codes(draw, torch.int32, -(2**31), 2**31, 5, 9),))
    impulse = np.zeros((7, 6), dtype=np.uint8)
    impulse[3, 2] = draw.integer(100, 255)
    yield Case("an impulse inside", (impulse,))
    yield Case("one row", (draw.uniform(1, 6, high=9.0).numpy(),))
    yield Case("one column of uint8", (codes(draw, torch.uint8, 0, 256, 5, 1),))


def written_over(img: NDArray[Any]) -> NDArray[Any]:
    padded = np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")
    kernel = np.outer([1, 2, 1], [1, 2, 1]) / 16
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            padded[i + 1, j + 1] = (padded[i : i + 3, j : j + 3] * kernel).sum()
    return padded[1:-1, 1:-1]


def inside_written_over(img: NDArray[Any]) -> NDArray[Any]:
    out = np.array(img, dtype=np.float64)
    kernel = np.outer([1, 2, 1], [1, 2, 1]) / 16
    for i in range(1, img.shape[0] - 1):
        for j in range(1, img.shape[1] - 1):
            out[i, j] = (out[i - 1 : i + 2, j - 1 : j + 2] * kernel).sum()
    return out


def weights_inside_alone(img: NDArray[Any]) -> NDArray[Any]:
    padded, inside = np.pad(np.asarray(img, dtype=np.float64), 1), np.pad(np.ones(img.shape), 1)
    total, weight = np.zeros(img.shape), np.zeros(img.shape)
    for i in range(3):
        for j in range(3):
            here = np.s_[i : i + img.shape[0], j : j + img.shape[1]]
            tap = (1, 2, 1)[i] * (1, 2, 1)[j]
            total, weight = total + tap * padded[here], weight + tap * inside[here]
    smoothed: NDArray[Any] = total / weight
    return smoothed


FLOATS = "np.asarray(img, dtype=np.float64)"
SUM = "(across[:-2] + 2 * across[1:-1] + across[2:]) / 16"
BOTH = (
    "across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]  # (H+2,W)\n"
    "    return (across[:-2] + 2 * across[1:-1] + across[2:]) / 16"
)


def kernel_of(corner: float, edge: float, centre: float, divisor: float) -> str:
    """The last two lines for a kernel of these weights."""
    corners = "padded[:-2, :-2] + padded[:-2, 2:] + padded[2:, :-2] + padded[2:, 2:]"
    edges = "padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]"
    return f"return ({corner} * ({corners}) + {edge} * ({edges}) + {centre} * padded[1:-1, 1:-1]) / {divisor}"


PROBLEM = Problem(
    id="gaussian-filter",
    entries=(gaussian_filter3,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "integers-wrap",
            FLOATS,
            "img",
            "The sums stay in the image's integer type, where they wrap around: 16 times a uint8 pixel needs 12 bits. Convert "
            "to float first.",
        ),
        Slip(
            "other-integers-wrap",
            FLOATS,
            "(img.astype(np.float64) if img.dtype == np.uint8 else img)",
            "uint8 images alone are converted: the sums of other integer types wrap around as well. Convert all to float.",
        ),
        Slip(
            "integers-in-int16",
            FLOATS,
            "(img.astype(np.int16) if img.dtype.kind in 'iu' else img)",
            "int16 holds the sums of 8 bits, but not those of wider integers: convert to float.",
        ),
        Slip(
            "integers-in-int32",
            FLOATS,
            "(img.astype(np.int32) if img.dtype.kind in 'iu' else img)",
            "int32 is too narrow for 16 times a large 32-bit value: convert to float.",
        ),
        Slip(
            "all-in-int32",
            FLOATS,
            "np.asarray(img).astype(np.int32)",
            "Through int32 the fractions of float images get lost, and the sums of large values wrap around: convert to float.",
        ),
        Slip(
            "all-in-int16",
            FLOATS,
            "np.asarray(img).astype(np.int16)",
            "Through int16 the fractions of float images get lost, and sums beyond 32,767 wrap around: convert to float.",
        ),
        Slip(
            "integers-returned-for-integers",
            SUM,
            "(" + SUM + ").astype(img.dtype)",
            "The result is cut to the image's integer type, as scipy's convolve does without `output`, or an array like the "
            "image: floats are asked for, with their fractions.",
        ),
        Slip(
            "rounded-for-integers",
            SUM,
            "(np.rint(" + SUM + ") if img.dtype.kind in 'iu' else " + SUM + ")",
            "The result of an integer image is rounded: floats are asked for, with their fractions.",
        ),
        Slip(
            "rounded-to-whole-numbers",
            SUM,
            "np.rint(" + SUM + ")",
            "The result is rounded to whole numbers; floats are asked for, with their fractions.",
        ),
        Slip(
            "border-repeats-the-result",
            "return " + SUM,
            "out = " + SUM + '\n    return np.pad(out[1:-1, 1:-1], 1, mode="edge")',
            "The border repeats the result beside it; it is filtered like any other place, with the *image's* edge repeated.",
        ),
        Slip(
            "negative-places-wrap",
            'np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")',
            'np.pad(np.pad(np.asarray(img, dtype=np.float64), ((1, 0), (1, 0)), mode="wrap"), ((0, 1), (0, 1)), mode="edge")',
            "Above and left of the image you read its other end, as an index of -1 does: the edge pixel is repeated there, too.",
        ),
        Slip(
            "centre-of-8",
            BOTH,
            kernel_of(1, 2, 8, 20),
            "The centre has the weight 8 of 20; it has 4 of 16, the product of 2 across and 2 down.",
        ),
        Slip(
            "median",
            BOTH,
            "windows = [padded[i : i + img.shape[0], j : j + img.shape[1]] for i in range(3) for j in range(3)]\n"
            "    return np.median(windows, axis=0)",
            "This is the median of the window; the weighted mean is asked for.",
        ),
        Slip(
            "cut-to-integers",
            SUM,
            "np.trunc(" + SUM + ")",
            "The result is cut to whole numbers; floats are asked for, with their fractions.",
        ),
        Slip(
            "floor-division",
            ") / 16",
            ") // 16",
            "// 16 drops the fractions, also of floats: divide by 16 with /.",
        ),
        Slip(
            "bytes-returned",
            SUM,
            "np.clip(" + SUM + ", 0, 255).astype(np.uint8)",
            "The result is cut to bytes from 0 to 255; floats are asked for, neither rounded nor clipped.",
        ),
        Slip(
            "rounded-bytes-returned",
            SUM,
            "np.clip(np.rint(" + SUM + "), 0, 255)",
            "The result is rounded and clipped to bytes from 0 to 255; floats are asked for, as they are.",
        ),
        Slip(
            "clipped-to-bytes",
            SUM,
            "np.clip(" + SUM + ", 0, 255)",
            "The result is clipped to 0 and 255; it is returned as it is, whatever the range of the image.",
        ),
        Slip(
            "clipped-to-1",
            SUM,
            "np.clip(" + SUM + ", 0, 1)",
            "The result is clipped to 0 and 1; it is returned as it is, whatever the range of the image.",
        ),
        Slip(
            "divided-by-255",
            FLOATS,
            "np.asarray(img, dtype=np.float64) / 255",
            "The image is divided by 255 first; the result is asked for in the image's own units.",
        ),
        Slip(
            "integers-divided-by-255",
            FLOATS,
            "np.asarray(img, dtype=np.float64) / (255 if img.dtype.kind in 'iu' else 1)",
            "Integer images are divided by 255 first; the result is asked for in the image's own units.",
        ),
        Slip(
            "bytes-divided-by-255",
            FLOATS,
            "np.asarray(img, dtype=np.float64) / (255 if img.dtype == np.uint8 else 1)",
            "uint8 images are divided by 255 first; the result is asked for in the image's own units.",
        ),
        Slip(
            "zero-border",
            'mode="edge"',
            'mode="constant"',
            "Outside the image you take zeros, which darkens its border; the edge pixel is repeated.",
        ),
        Slip(
            "mirrored-without-edge",
            'mode="edge"',
            'mode="reflect"',
            "Your border mirrors without repeating the edge pixel (numpy's and torch's 'reflect', scipy's 'mirror'); scipy's "
            "'reflect' repeats it: numpy 'edge' or 'symmetric', torch 'replicate'.",
        ),
        Slip(
            "wrapped-border",
            'mode="edge"',
            'mode="wrap"',
            "Your border takes the pixels of the opposite side, as np.roll does; repeat the edge pixel.",
        ),
        Slip(
            "cropped",
            'np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")',
            "np.asarray(img, dtype=np.float64)",
            "The border pixels are missing: pad by one pixel, so that the answer has the shape of the image.",
        ),
        Slip(
            "not-cropped",
            'np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")',
            'np.pad(np.asarray(img, dtype=np.float64), 2, mode="edge")',
            "The answer is two rows and columns larger than the image: pad by one pixel, or cut the border off.",
        ),
        Slip(
            "border-left-zero",
            "return " + SUM,
            "out = np.zeros(img.shape)\n    out[1:-1, 1:-1] = (" + SUM + ")[1:-1, 1:-1]\n    return out",
            "The border of the result is left at 0: repeat the edge pixels, then every pixel has its neighbours.",
        ),
        Slip(
            "border-left-as-it-is",
            "return " + SUM,
            "out = np.array(img, dtype=np.float64)\n    out[1:-1, 1:-1] = (" + SUM + ")[1:-1, 1:-1]\n    return out",
            "The border keeps the pixels of the image: it is filtered, too, with the edge pixel repeated outside.",
        ),
        FunctionSlip(
            "weights-inside-alone",
            {"gaussian_filter3": weights_inside_alone},
            "At the border you divide by the weights that lie inside the image; the edge pixel is repeated, with 16 throughout.",
        ),
        Slip(
            "zeros-below-the-rows",
            BOTH,
            "across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]\n    across[[0, -1]] = 0\n    return " + SUM,
            "The pass over the rows repeats the edge, but the one over the columns takes zeros outside: repeat it in both.",
        ),
        Slip(
            "zeros-beside-the-columns",
            "    across = padded",
            "    padded[:, [0, -1]] = 0\n    across = padded",
            "The pass over the columns repeats the edge, but the one over the rows takes zeros outside: repeat it in both.",
        ),
        Slip("not-divided", ") / 16", ")", "The division by 16 is missing: the weights have to sum to 1."),
        Slip(
            "divided-by-the-taps",
            ") / 16",
            ") / 9",
            "The sum is divided by the number of taps, 9; the weights sum to 16.",
        ),
        Slip("divided-by-4", ") / 16", ") / 4", "The sum is divided by 4, which normalises one of the two passes: 16."),
        Slip("divided-by-8", ") / 16", ") / 8", "The sum is divided by 8; the weights sum to 16."),
        Slip("divided-by-10", ") / 16", ") / 10", "The sum is divided by 10; the weights sum to 16."),
        Slip("divided-by-12", ") / 16", ") / 12", "The sum is divided by 12; the weights sum to 16, corners included."),
        Slip(
            "box",
            BOTH,
            kernel_of(1, 1, 1, 9),
            "All nine weights are equal, which is the box filter; they are 1, 2, 1 each way.",
        ),
        Slip(
            "centre-of-2",
            BOTH,
            kernel_of(1, 1, 2, 10),
            "The weights are 1 around a centre of 2, divided by 10; they are 1, 2, 1 each way: 4 in the centre, 2 beside it.",
        ),
        Slip(
            "no-corners",
            BOTH,
            kernel_of(0, 2, 4, 12),
            "The corners have no weight; they have 1/16 each.",
        ),
        Slip(
            "edges-of-1",
            BOTH,
            kernel_of(1, 1, 4, 12),
            "The four neighbours beside the centre have the weight of the corners; they have twice as much, 2/16.",
        ),
        Slip(
            "centre-of-2-over-16",
            BOTH,
            kernel_of(1, 2, 2, 16),
            "The centre has the weight 2; it has 4, the product of 2 across and 2 down.",
        ),
        Slip(
            "weights-added",
            BOTH,
            kernel_of(2, 3, 4, 24),
            "The weights of the two directions are added; they are multiplied, as in an outer product.",
        ),
        Slip(
            "across-alone",
            "return " + SUM,
            "return across[1:-1] / 4",
            "The rows alone are smoothed: the same three weights go down the columns, too.",
        ),
        Slip(
            "down-alone",
            "padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]",
            "4 * padded[:, 1:-1]",
            "The columns alone are smoothed: the same three weights go across the rows, too.",
        ),
        Slip(
            "mean-of-both-directions",
            BOTH,
            kernel_of(0, 1, 4, 8),
            "The two directions are averaged; they follow one another, so that the corners count, too.",
        ),
        Slip(
            "filtered-twice",
            'mode="edge")',
            'mode="edge")\n'
            "    padded = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]\n"
            '    padded = np.pad((padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 16, 1, mode="edge")',
            "The filter runs twice; once is asked for.",
        ),
        FunctionSlip(
            "written-over",
            {"gaussian_filter3": written_over},
            "The result is written into the image that is still read, so that filtered pixels are filtered again: write into "
            "another array.",
        ),
        FunctionSlip(
            "inside-written-over",
            {"gaussian_filter3": inside_written_over},
            "The border stays as it is, and the result is written into the array that is still read: repeat the edge, and write "
            "into another array.",
        ),
        Slip(
            "one-pixel-off",
            '1, mode="edge"',
            '((0, 2), (0, 2)), mode="edge"',
            "The image moves up and left by a pixel, as with the window's corner at the pixel: its centre lies there, so pad "
            "one pixel on each side.",
        ),
        Slip(
            "one-pixel-off-the-other-way",
            '1, mode="edge"',
            '((2, 0), (2, 0)), mode="edge"',
            "The image moves down and right by a pixel: the centre of the window lies at the pixel: pad one pixel on each side.",
        ),
        Slip(
            "difference-from-the-image",
            "return " + SUM,
            "return np.asarray(img, dtype=np.float64) - " + SUM,
            "You return what the filter takes away; the smoothed image is asked for.",
        ),
        *(
            Slip(
                f"sampled-at-sigma-{sigma}",
                BOTH,
                f"side = float(np.exp(-0.5 / {sigma}**2))\n"
                "    across = side * padded[:, :-2] + padded[:, 1:-1] + side * padded[:, 2:]\n"
                "    return (side * across[:-2] + across[1:-1] + side * across[2:]) / (1 + 2 * side) ** 2",
                f"The weights are those of a sampled Gaussian of sigma {sigma}; the binomial ones are 1, 2, 1 each way.",
            )
            for sigma in ("1", "0.5", "0.8", "0.85")
        ),
    ),
)
