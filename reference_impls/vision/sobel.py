"""Gradient magnitude with the 3x3 Sobel kernels (Sobel & Feldman 1968; Szeliski, Computer Vision, 2nd ed., section 3.2.2).

           ⎡-1 0 1⎤            ⎡-1 -2 -1⎤
    G_x =  ⎢-2 0 2⎥     G_y =  ⎢ 0  0  0⎥     |G| = √(g_x² + g_y²)
           ⎣-1 0 1⎦            ⎣ 1  2  1⎦

Each is a central difference along one axis, smoothed with 1, 2, 1 along the other. Unnormalised: a ramp of slope 1 gives 8.
The border repeats the edge pixel (scipy's mode="reflect", for one pixel the same as numpy's "edge" and "symmetric").

img (H,W), integer or float; differences and squares of uint8 wrap modulo 256, so the arithmetic is in float64.
Returns: (H,W) float64.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, FunctionSlip, Problem, Slip


def sobel(img: NDArray[Any]) -> NDArray[np.float64]:
    """√(g_x² + g_y²) at every pixel."""
    padded = np.pad(np.asarray(img, dtype=np.float64), 1, mode="edge")  # (H+2,W+2)
    across = padded[:, 2:] - padded[:, :-2]  # (H+2,W)
    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)
    down = padded[2:] - padded[:-2]  # (H,W+2)
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]  # (H,W)
    return np.sqrt(gx**2 + gy**2)


# ----------------------------------------------------------------------------------------------------------------------


def integer_image(draw: Draw, dtype: torch.dtype, low: int, high: int, *shape: int) -> NDArray[Any]:
    """Random integers in [low, high)."""
    return draw.integers(low, high, *shape).to(dtype).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("a 3 x 4 image", (draw.uniform(3, 4).numpy(),))
    yield Case("values of both signs", (draw.normal(7, 5, scale=3.0).numpy(),))
    yield Case("more columns than rows", (draw.uniform(6, 11, high=255.0).numpy(),))
    yield Case("square", (draw.normal(6, 6).numpy(),))
    yield Case("uint8", (integer_image(draw, torch.uint8, 0, 256, 9, 7),))
    step = np.zeros((5, 6), dtype=np.uint8)
    step[:, 3:] = 64
    yield Case("uint8 step of height 64", (step,))
    faint = np.full((6, 5), 0.5, dtype=np.float32)
    faint[2:] += 1 / 64
    yield Case("a faint step between flat parts", (faint,))
    yield Case("int16", (integer_image(draw, torch.int16, -(2**15), 2**15, 6, 8),))
    yield Case("uint16", (integer_image(draw, torch.uint16, 0, 2**16, 6, 7),))
    yield Case("int32 near its limits", (integer_image(draw, torch.int32, -(2**31), 2**31, 5, 9),))
    yield Case("one row", (draw.uniform(1, 6, high=9.0).numpy(),))
    yield Case("one column of uint8", (integer_image(draw, torch.uint8, 0, 256, 5, 1),))
    yield Case("two by two", (draw.uniform(2, 2, low=-1.0).numpy(),))


def wraps_before_the_squares(img: NDArray[Any]) -> NDArray[Any]:
    padded = np.pad(img, 1, mode="edge")
    across, down = padded[:, 2:] - padded[:, :-2], padded[2:] - padded[:-2]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    magnitude: NDArray[Any] = np.sqrt(gx.astype(np.float64) ** 2 + gy.astype(np.float64) ** 2)
    return magnitude


PROBLEM = Problem(
    id="sobel",
    entries=(sobel,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "integer-wraps",
            "np.asarray(img, dtype=np.float64)",
            "img",
            "The arithmetic stays in the image's integer type, where differences and squares wrap: a uint8 step of "
            "height 64 vanishes. Convert to float first.",
        ),
        Slip(
            "int16-overflow",
            "np.asarray(img, dtype=np.float64)",
            "np.asarray(img).astype(np.int16)",
            "int16 holds the differences of a uint8 image but not their squares, and no float image: convert to float.",
        ),
        Slip(
            "integers-in-int16",
            "np.asarray(img, dtype=np.float64)",
            "(img.astype(np.int16) if img.dtype.kind in 'iu' else img)",
            "int16 holds the differences of a uint8 image but not their squares: above 181 they wrap. Convert to float.",
        ),
        Slip(
            "int64-overflow",
            "np.asarray(img, dtype=np.float64)",
            "(img.astype(np.int64) if img.dtype.kind in 'iu' else img)",
            "int64 is too narrow for the squares of large 32-bit values, and the sqrt of a wrapped sum can be NaN: use float.",
        ),
        FunctionSlip(
            "converted-too-late",
            {"sobel": wraps_before_the_squares},
            "The differences are taken in the integer type of the image, where they wrap around; convert to float "
            "before them.",
        ),
        Slip(
            "zero-border",
            'mode="edge"',
            'mode="constant"',
            "Outside the image you take zeros, which draws an edge around it; the border repeats the edge pixel.",
        ),
        Slip(
            "reflect-without-edge",
            'mode="edge"',
            'mode="reflect"',
            "Your border mirrors without repeating the edge pixel (numpy's and torch's 'reflect', scipy's 'mirror'); "
            "scipy's 'reflect' repeats it: numpy 'edge' or 'symmetric', torch 'replicate'.",
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
            "sum-of-absolutes",
            "np.sqrt(gx**2 + gy**2)",
            "np.abs(gx) + np.abs(gy)",
            "This is |gx| + |gy|, the cheap approximation; the spec wants the root of the sum of squares.",
        ),
        Slip(
            "no-root",
            "np.sqrt(gx**2 + gy**2)",
            "gx**2 + gy**2",
            "The square root over gx^2 + gy^2 is missing.",
        ),
        Slip(
            "prewitt",
            "2 * across[1:-1] + across[2:]  # (H,W)\n    down = padded[2:] - padded[:-2]  # (H,W+2)\n"
            "    gy = down[:, :-2] + 2 * down",
            "across[1:-1] + across[2:]\n    down = padded[2:] - padded[:-2]\n    gy = down[:, :-2] + down",
            "Your kernels have rows of equal weight, which is Prewitt; Sobel weighs the middle with 2.",
        ),
        Slip(
            "normalised",
            "return np.sqrt(gx**2 + gy**2)",
            "return np.sqrt(gx**2 + gy**2) / 8",
            "The kernels are divided by 8; the unnormalised ones are asked for.",
        ),
        Slip(
            "clipped",
            "np.sqrt(gx**2 + gy**2)",
            "np.clip(np.sqrt(gx**2 + gy**2), 0, 255)",
            "The magnitude is clipped to 255; it reaches above 1000 on 8-bit images and is returned as it is.",
        ),
        Slip(
            "one-direction",
            "np.sqrt(gx**2 + gy**2)",
            "np.abs(gx)",
            "Only gx, which sees vertical edges, is in your answer; horizontal edges need gy.",
        ),
        Slip(
            "border-left-zero",
            "return np.sqrt(gx**2 + gy**2)",
            "out = np.zeros(gx.shape)\n    out[1:-1, 1:-1] = np.sqrt(gx**2 + gy**2)[1:-1, 1:-1]\n    return out",
            "The border of the result is left at 0: repeat the edge pixels, then every pixel has its neighbours.",
        ),
        Slip(
            "larger-of-both",
            "return np.sqrt(gx**2 + gy**2)",
            "return np.maximum(abs(gx), abs(gy))",
            "The magnitude is taken as the larger of the two directions; it is the root of the sum of their squares.",
        ),
        Slip(
            "scharr",
            "gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n    down = padded[2:] - padded[:-2]  # "
            "(H,W+2)\n    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]",
            "gx = 3 * across[:-2] + 10 * across[1:-1] + 3 * across[2:]  # (H,W)\n    down = padded[2:] - "
            "padded[:-2]  # (H,W+2)\n    gy = 3 * down[:, :-2] + 10 * down[:, 1:-1] + 3 * down[:, 2:]",
            "The weights 3, 10, 3 are those of Scharr; Sobel has 1, 2, 1.",
        ),
        Slip(
            "signed-sum",
            "return np.sqrt(gx**2 + gy**2)",
            "return gx + gy",
            "The two directions are added with their signs; the magnitude is sqrt(gx^2 + gy^2).",
        ),
        Slip(
            "both-directions-returned",
            "return np.sqrt(gx**2 + gy**2)",
            "return np.stack([gx, gy])",
            "You return gx and gy; their magnitude sqrt(gx^2 + gy^2) is asked for.",
        ),
        Slip(
            "integers-returned",
            "return np.sqrt(gx**2 + gy**2)",
            "return np.sqrt(gx**2 + gy**2).astype(np.int64)",
            "The result is cut to integers; floats are asked for.",
        ),
        Slip(
            "bytes-returned",
            "return np.sqrt(gx**2 + gy**2)",
            "return np.sqrt(gx**2 + gy**2).clip(0, 255).astype(np.uint8)",
            "The result is cut to bytes 0 to 255; floats are asked for, and magnitudes go up to 1,140 for 8 bits.",
        ),
        Slip(
            "scaled-by-the-maximum",
            "return np.sqrt(gx**2 + gy**2)",
            "m = np.sqrt(gx**2 + gy**2)\n    return m * 255 / max(m.max(), 1e-12)",
            "The result is stretched so that its maximum is 255: the unnormalised magnitude is asked for.",
        ),
        Slip(
            "divided-by-255",
            "np.asarray(img, dtype=np.float64)",
            "np.asarray(img, dtype=np.float64) / 255",
            "The image is divided by 255 first: the magnitude is asked for in the image's own units.",
        ),
        Slip(
            "vertical-alone",
            "return np.sqrt(gx**2 + gy**2)",
            "return abs(gy)",
            "Only the vertical differences are there: the magnitude is sqrt(gx^2 + gy^2).",
        ),
        Slip(
            "same-direction-twice",
            "return np.sqrt(gx**2 + gy**2)",
            "return np.sqrt(gx**2 + gx**2)",
            "Both gradients run the same way: the kernel of gy is that of gx transposed.",
        ),
        Slip(
            "differences-unsmoothed",
            "gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n    down = padded[2:] - padded[:-2]  # "
            "(H,W+2)\n    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]",
            "gx = across[1:-1]\n    down = padded[2:] - padded[:-2]  # (H,W+2)\n    gy = down[:, 1:-1]",
            "These are plain central differences: the Sobel kernel also sums over three neighbours across, with "
            "weights 1, 2, 1.",
        ),
        Slip(
            "forward-differences",
            "padded[:, 2:] - padded[:, :-2]  # (H+2,W)",
            "padded[:, 2:] - padded[:, 1:-1]  # (H+2,W)",
            "The difference runs over one pixel; Sobel's runs over two, from the left neighbour to the right one.",
        ),
        Slip(
            "mean-of-absolutes",
            "return np.sqrt(gx**2 + gy**2)",
            "return (abs(gx) + abs(gy)) / 2",
            "You average |gx| and |gy|; the magnitude is the root of the sum of their squares.",
        ),
        Slip(
            "codes-through-int16",
            "np.asarray(img, dtype=np.float64)",
            "np.asarray(img.astype(np.int16) if img.dtype.kind in 'iu' else img, dtype=np.float64)",
            "Integer images go through int16, where values beyond 32,767 wrap around: convert straight to float.",
        ),
        Slip(
            "int32-overflow",
            "np.asarray(img, dtype=np.float64)",
            "(img.astype(np.int32) if img.dtype.kind in 'iu' else img)",
            "int32 is too narrow for the squares of 16-bit differences, and the sqrt of a wrapped sum can be NaN: use float.",
        ),
        Slip(
            "int32-overflow-and-absolute",
            'np.asarray(img, dtype=np.float64), 1, mode="edge")  # (H+2,W+2)\n'
            "    across = padded[:, 2:] - padded[:, :-2]  # (H+2,W)\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n"
            "    down = padded[2:] - padded[:-2]  # (H,W+2)\n"
            "    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]  # (H,W)\n"
            "    return np.sqrt(gx**2 + gy**2)",
            "(img.astype(np.int32) if img.dtype.kind in 'iu' else img), 1, mode=\"edge\")\n"
            "    across = padded[:, 2:] - padded[:, :-2]\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]\n"
            "    down = padded[2:] - padded[:-2]\n"
            "    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]\n"
            "    return np.sqrt(np.abs(gx**2 + gy**2).astype(np.float64))",
            "int32 is too narrow for the squares of 16-bit differences, and taking the absolute value of a wrapped sum only "
            "hides it: use float.",
        ),
        Slip(
            "int32-differences-overflow",
            'np.asarray(img, dtype=np.float64), 1, mode="edge")  # (H+2,W+2)\n'
            "    across = padded[:, 2:] - padded[:, :-2]  # (H+2,W)\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n"
            "    down = padded[2:] - padded[:-2]  # (H,W+2)\n"
            "    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]  # (H,W)\n"
            "    return np.sqrt(gx**2 + gy**2)",
            "(img.astype(np.int32) if img.dtype.kind in 'iu' else img), 1, mode=\"edge\")\n"
            "    across = padded[:, 2:] - padded[:, :-2]\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]\n"
            "    down = padded[2:] - padded[:-2]\n"
            "    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]\n"
            "    return np.sqrt(gx.astype(np.float64) ** 2 + gy.astype(np.float64) ** 2)",
            "The differences are taken in int32, where those of large 32-bit values wrap around: convert to float before "
            "them.",
        ),
        Slip(
            "smoothed-over-zeros",
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n"
            "    down = padded[2:] - padded[:-2]  # (H,W+2)\n",
            "    across[[0, -1]] = 0\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]\n"
            "    down = padded[2:] - padded[:-2]\n"
            "    down[:, [0, -1]] = 0\n",
            "The differences repeat the edge but their smoothing with 1, 2, 1 takes zeros outside the image: pad once, by "
            "repeating the edge pixel, before both passes.",
        ),
        Slip(
            "differences-against-zeros",
            "padded[:, 2:] - padded[:, :-2]  # (H+2,W)\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n"
            "    down = padded[2:] - padded[:-2]  # (H,W+2)\n",
            "np.pad(padded[:, 1:-1], ((0, 0), (0, 2)))[:, 1:-1] - np.pad(padded[:, 1:-1], ((0, 0), (1, 0)))[:, :-1]\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]\n"
            "    down = np.pad(padded[1:-1], ((0, 2), (0, 0)))[1:-1] - np.pad(padded[1:-1], ((1, 0), (0, 0)))[:-1]\n",
            "The smoothing with 1, 2, 1 repeats the edge but the differences take zeros outside the image: pad once, by "
            "repeating the edge pixel, before both passes.",
        ),
        Slip(
            "integers-clipped",
            "return np.sqrt(gx**2 + gy**2)",
            "m = np.sqrt(gx**2 + gy**2)\n    return np.clip(m, 0, 255) if img.dtype.kind in 'iu' else m",
            "For integer images the magnitude is clipped to 255; it reaches above 1000 on 8-bit images and is returned as it "
            "is.",
        ),
        Slip(
            "clipped-for-bytes",
            "return np.sqrt(gx**2 + gy**2)",
            "m = np.sqrt(gx**2 + gy**2)\n    return np.clip(m, 0, 255) if img.dtype == np.uint8 else m",
            "For uint8 images the magnitude is clipped to 255; it reaches above 1000 there and is returned as it is.",
        ),
        Slip(
            "edge-of-the-result-repeated",
            "return np.sqrt(gx**2 + gy**2)",
            "m = np.sqrt(gx**2 + gy**2)\n    return np.pad(m[1:-1, 1:-1], 1, mode='edge') if min(m.shape) > 2 else m",
            "The border of the result repeats its inner pixels; it is the image whose edge is repeated, before the kernels.",
        ),
        Slip(
            "one-sided-at-the-border",
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n"
            "    down = padded[2:] - padded[:-2]  # (H,W+2)\n",
            "    across[:, [0, -1]] *= 2\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]\n"
            "    down = padded[2:] - padded[:-2]\n"
            "    down[[0, -1]] *= 2\n",
            "At the border the differences are twice too large, as those of np.gradient, which is one-sided there: with the "
            "edge pixel repeated the difference is a[1] - a[0], half of that.",
        ),
        Slip(
            "halved-inside",
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]  # (H,W)\n"
            "    down = padded[2:] - padded[:-2]  # (H,W+2)\n",
            "    across[:, 1:-1] /= 2\n"
            "    gx = across[:-2] + 2 * across[1:-1] + across[2:]\n"
            "    down = padded[2:] - padded[:-2]\n"
            "    down[1:-1] /= 2\n",
            "Inside the image the differences are half of Sobel's, as those of np.gradient, (a[i+1] - a[i-1]) / 2: the kernel "
            "takes a[i+1] - a[i-1].",
        ),
        Slip(
            "corners-left-zero",
            "    across = padded[:, 2:]",
            "    padded[[0, 0, -1, -1], [0, -1, 0, -1]] = 0\n    across = padded[:, 2:]",
            "The four corners of the padding stay 0, as where the four edges alone are copied: the corners repeat the corner "
            "pixels.",
        ),
        Slip(
            "reflect-where-it-can-be",
            'mode="edge"',
            'mode="reflect" if min(np.shape(img)) > 1 else "edge"',
            "Where no side is a single pixel, your border mirrors without repeating the edge pixel (numpy's and torch's "
            "'reflect', scipy's 'mirror'); scipy's 'reflect' repeats it: numpy 'edge' or 'symmetric', torch 'replicate'.",
        ),
        Slip(
            "cast-back-to-the-image",
            "return np.sqrt(gx**2 + gy**2)",
            "with np.errstate(invalid='ignore'):\n        return np.sqrt(gx**2 + gy**2).astype(img.dtype)",
            "The result is cast back to the type of the image, where integers lose their fractions and large magnitudes "
            "wrap: floats are asked for.",
        ),
        Slip(
            "eps-under-the-root",
            "np.sqrt(gx**2 + gy**2)",
            "np.sqrt(gx**2 + gy**2 + 1e-6)",
            "A small number is added under the root (1e-6, say), which gives 0.001 where the image is flat: it is 0 there.",
        ),
        Slip(
            "small-eps-under-the-root",
            "np.sqrt(gx**2 + gy**2)",
            "np.sqrt(gx**2 + gy**2 + 1e-8)",
            "A small number is added under the root (1e-8, say), which gives 0.0001 where the image is flat: it is 0 there.",
        ),
        Slip(
            "divided-by-the-maximum",
            "np.asarray(img, dtype=np.float64)",
            "np.asarray(img, dtype=np.float64) / np.asarray(img, dtype=np.float64).max()",
            "The image is divided by its maximum first: the magnitude is asked for in the image's own units.",
        ),
    ),
)
