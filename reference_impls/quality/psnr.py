"""Peak signal-to-noise ratio in decibels (Huynh-Thu & Ghanbari 2008, Electronics Letters 44(13), 800-801).

    PSNR = 10 log₁₀(peak² / MSE)

peak is the largest value that the format can hold: 255 for 8 bits, 1023 for 10, 1 for floats in [0, 1]; it is not the
maximum of the image. For colour the mean runs over all channels. A root-mean-square error of one grey level in 8 bits
gives 48.13 dB, half the error 6.02 dB more.

x, y: images of one shape, (H,W) or (H,W,C), integer or float; uint8 differences wrap (3 - 5 = 254), so both become float64.
Returns: a float; inf for identical images.
"""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, FunctionSlip, Problem, Slip


def psnr(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    """10 log₁₀(peak² / MSE), inf where the error is zero."""
    error = np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)
    mse = float(np.mean(error**2))
    if mse == 0:
        return math.inf
    return float(10 * np.log10(peak**2 / mse))


# ----------------------------------------------------------------------------------------------------------------------


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


def mean_over_channels(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    error = np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)
    mse = np.atleast_1d(np.mean(error**2, axis=(0, 1)))
    if not mse.all():
        return math.inf
    return float(np.mean(10 * np.log10(peak**2 / mse)))


def mean_over_the_last_axis(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    squares = (np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)) ** 2
    if not squares.any():
        return math.inf
    with np.errstate(divide="ignore"):
        return float(np.mean(10 * np.log10(peak**2 / squares.mean(axis=tuple(range(squares.ndim - 1))))))


def mean_over_rows(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    squares = (np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)) ** 2
    if not squares.any():
        return math.inf
    with np.errstate(divide="ignore"):
        return float(np.mean(10 * np.log10(peak**2 / squares.mean(axis=tuple(range(1, squares.ndim))))))


PROBLEM = Problem(
    id="psnr",
    entries=(psnr,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "integers-wrap",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "x - y",
            "The arithmetic stays in the integer type: in uint8 3 - 5 is 254, and squares wrap too (also those of an "
            "absolute difference). Convert both images to float first.",
        ),
        Slip(
            "difference-wraps",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(x - y).astype(np.float64)",
            "You convert to float after the difference, which has wrapped by then: in uint8 3 - 5 is 254. Convert both "
            "images first.",
        ),
        Slip(
            "int16-squares",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "x.astype(np.int16) - y.astype(np.int16)",
            "int16 holds the differences of 8 bits but not their squares (255^2 > 32767), and no fractions: use float64.",
        ),
        Slip(
            "codes-in-int16",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(x.astype(np.int16) - y.astype(np.int16) if x.dtype.kind in 'iu' else x - y)",
            "int16 holds the differences of 8 bits but not their squares: above 181 they wrap. Convert to float64.",
        ),
        Slip(
            "peak-ignored",
            "peak**2 / mse",
            "255.0**2 / mse",
            "The argument peak is not used: 255 on images in [0, 1] adds 48.13 dB.",
        ),
        Slip("default-peak", "peak: float = 255.0", "peak: float = 1.0", "The default of peak is 255; yours is 1."),
        Slip(
            "peak-from-image",
            "peak**2 / mse",
            "float(np.max(x)) ** 2 / mse",
            "You take the maximum of the image as the peak; it is the largest value of the format, the argument.",
        ),
        Slip(
            "peak-not-squared",
            "peak**2 / mse",
            "peak / mse",
            "The peak is not squared: the ratio is peak^2 / MSE.",
        ),
        Slip(
            "root-and-ten",
            "np.log10(peak**2 / mse)",
            "np.log10(peak / np.sqrt(mse))",
            "You have 10 log10 of peak / RMSE: that needs the factor 20, or 10 with peak^2 / MSE.",
        ),
        Slip(
            "factor-20",
            "10 * np.log10(peak**2 / mse)",
            "20 * np.log10(peak**2 / mse)",
            "The result is twice too large: 20 log10 goes with peak / sqrt(MSE), 10 log10 with peak^2 / MSE.",
        ),
        Slip(
            "absolute-error",
            "np.mean(error**2)",
            "np.mean(np.abs(error))",
            "The mean absolute error stands where the mean squared error belongs.",
        ),
        Slip(
            "fraction-inverted",
            "np.log10(peak**2 / mse)",
            "np.log10(mse / peak**2)",
            "The fraction is upside down, so the sign is wrong: peak^2 / MSE.",
        ),
        Slip(
            "natural-log",
            "np.log10(",
            "np.log(",
            "The logarithm is the natural one; decibels take the one to base 10.",
        ),
        Slip(
            "capped",
            "return math.inf",
            "return 100.0",
            "Identical images give 100 here; the spec wants inf.",
        ),
        Slip(
            "capped-near-identical",
            "if mse == 0:\n        return math.inf",
            "if mse < 1e-10:\n        return 100.0",
            "Images with an MSE below a threshold give 100 here, identical ones among them; the spec wants inf for these and the "
            "formula for all others.",
        ),
        Slip(
            "eps-added",
            "if mse == 0:\n        return math.inf\n    return float(10 * np.log10(peak**2 / mse))",
            "return float(10 * np.log10(peak**2 / (mse + 1e-10)))",
            "A small number is added to the MSE (here 1e-10), so identical images give a finite value; return inf.",
        ),
        FunctionSlip(
            "mean-over-channels",
            {"psnr": mean_over_channels},
            "You average the PSNRs of the channels; the mean belongs inside the logarithm: one MSE over all channels.",
        ),
        Slip(
            "zero-for-identical",
            "return math.inf",
            "return 0.0",
            "Identical images give 0 here; without any error the ratio is infinite: return inf.",
        ),
        Slip(
            "nan-for-identical",
            "return math.inf",
            "return math.nan",
            "Identical images give NaN here; without any error the ratio is infinite: return inf.",
        ),
        Slip(
            "eps-of-1e-8",
            "if mse == 0:\n        return math.inf\n    return float(10 * np.log10(peak**2 / mse))",
            "return float(10 * np.log10(peak**2 / (mse + 1e-8)))",
            "A small number is added to the MSE (here 1e-8), so identical images give a finite value, and small "
            "errors a wrong one; return inf.",
        ),
        Slip(
            "eps-of-1e-12",
            "if mse == 0:\n        return math.inf\n    return float(10 * np.log10(peak**2 / mse))",
            "return float(10 * np.log10(peak**2 / (mse + 1e-12)))",
            "A small number is added to the MSE (here 1e-12), so identical images give a finite value; return inf.",
        ),
        Slip(
            "root-of-the-error",
            "peak**2 / mse",
            "peak**2 / np.sqrt(mse)",
            "peak^2 is divided by the *root* of the MSE: 10 log10 goes with peak^2 / MSE.",
        ),
        Slip(
            "factor-20-without-root",
            "10 * np.log10(peak**2 / mse)",
            "20 * np.log10(peak / mse)",
            "20 log10 goes with peak / sqrt(MSE): the root is missing.",
        ),
        FunctionSlip(
            "mean-over-the-last-axis",
            {"psnr": mean_over_the_last_axis},
            "You average one PSNR for each place of the last axis; the mean belongs inside the logarithm: one MSE "
            "over all pixels.",
        ),
        FunctionSlip(
            "mean-over-rows",
            {"psnr": mean_over_rows},
            "You average one PSNR for each row; the mean belongs inside the logarithm: one MSE over all pixels.",
        ),
        Slip(
            "sum-of-squares",
            "np.mean(error**2)",
            "np.sum(error**2)",
            "The squared errors are summed; their mean is asked for.",
        ),
        Slip(
            "log2",
            "np.log10(",
            "np.log2(",
            "log2 is taken; decibels are 10 times log10.",
        ),
        Slip(
            "factor-10-missing",
            "10 * np.log10(",
            "np.log10(",
            "The factor 10 is missing: a decibel is a tenth of a bel.",
        ),
        Slip(
            "error-of-x-alone",
            "peak**2 / mse)",
            "float(np.mean(np.asarray(x, dtype=np.float64) ** 2)) / mse)",
            "This is a signal-to-noise ratio, with the image's own power above; the *peak* squared stands there.",
        ),
        Slip(
            "variance-of-the-error",
            "np.mean(error**2)",
            "np.var(error)",
            "The variance leaves the mean error out, so that a constant shift costs nothing: take the mean of the squares.",
        ),
        Slip(
            "peak-guessed",
            "peak**2 / mse",
            "(1.0 if float(np.max(x)) <= 1 else peak) ** 2 / mse",
            "The peak is guessed from the values, 1 for an image within [0, 1]; it is the argument, whatever the image holds.",
        ),
        Slip(
            "uint8-in-int16",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(x.astype(np.int16) - y.astype(np.int16) if x.dtype == np.uint8 else x - y)",
            "uint8 images become int16, which does not hold the squares of their differences above 181, and other "
            "integer types stay as they are, where squares wrap too. Convert all images to float64.",
        ),
        Slip(
            "uint8-alone-converted",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(x.astype(np.float64) - y.astype(np.float64) if x.dtype == np.uint8 else x - y)",
            "uint8 images alone are converted: differences of other integer types, or their squares, wrap in them "
            "as well. Convert all images to float64.",
        ),
        Slip(
            "codes-in-int32",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(x.astype(np.int32) - y.astype(np.int32) if x.dtype.kind in 'iu' else x - y)",
            "int32 does not hold the squares of 16-bit differences: above 46340 they wrap. Convert to float64.",
        ),
        Slip(
            "divided-by-pixels",
            "np.mean(error**2)",
            "np.sum(error**2) / (error.shape[0] * error.shape[1])",
            "The squared errors are divided by height times width alone; a colour image has as many entries for "
            "each channel: take the mean over all.",
        ),
        Slip(
            "close-is-identical",
            "if mse == 0:",
            "if np.allclose(x, y):",
            "Small errors count as none here, so that images which are nearly alike give inf, as with np.allclose "
            "or a threshold on the MSE: only equal images do, mse == 0.",
        ),
        Slip(
            "tiny-errors-are-none",
            "if mse == 0:",
            "if mse < 1e-10:",
            "Images whose MSE is below a threshold give inf; errors of a millionth are normal for floats in [0, 1], and only "
            "equal images have none: compare with 0.",
        ),
        Slip(
            "small-errors-are-none",
            "if mse == 0:",
            "if mse < 1e-5:",
            "Small errors count as none here, so that images which are nearly alike give inf, as with np.allclose "
            "or a threshold on the MSE: only equal images do, mse == 0.",
        ),
        Slip(
            "smallest-errors-are-none",
            "if mse == 0:",
            "if mse < 1e-7:",
            "Small errors count as none here, so that images which are nearly alike give inf, as with np.allclose "
            "or a threshold on the MSE: only equal images do, mse == 0.",
        ),
        Slip(
            "uint8-alone-in-int16",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(\n"
            "        x.astype(np.int16) - y.astype(np.int16)\n"
            "        if x.dtype == np.uint8\n"
            "        else x.astype(np.float64) - y.astype(np.float64)\n"
            "    )",
            "For uint8 images the squares of large errors wrap, as in int16, which holds the differences of 8 bits but no square "
            "above 181^2: convert to float64.",
        ),
        Slip(
            "uint16-difference-wraps",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(x.astype(np.float64) - y.astype(np.float64) if x.dtype == np.uint8 else (x - y).astype(np.float64))",
            "Differences of uint16 images wrap around, as where uint8 alone is converted before them: convert all images to "
            "float64 first.",
        ),
        Slip(
            "codes-through-int16",
            "np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)",
            "(\n"
            "        (x.astype(np.int16) - y.astype(np.int16)).astype(np.float64)\n"
            "        if x.dtype.kind in 'iu'\n"
            "        else x.astype(np.float64) - y.astype(np.float64)\n"
            "    )",
            "Integer images go through int16, where codes of 16 bits, or their differences, wrap around: convert straight to "
            "float64.",
        ),
        Slip(
            "peak-guessed-not-given",
            "peak**2 / mse",
            "(1.0 if float(np.max(x)) <= 1 else 255.0) ** 2 / mse",
            "The peak is guessed from the values, 1 for an image within [0, 1] and 255 for any other; it is the argument, "
            "whatever the image holds.",
        ),
        Slip(
            "peak-from-the-type",
            "peak**2 / mse",
            "(float(np.iinfo(x.dtype).max) if x.dtype.kind in 'iu' else peak) ** 2 / mse",
            "For integer images the peak is the largest value of their type; it is the argument: 10 bits in int16 have 1023.",
        ),
        Slip(
            "peak-from-the-type-or-1",
            "peak**2 / mse",
            "(float(np.iinfo(x.dtype).max) if x.dtype.kind in 'iu' else 1.0) ** 2 / mse",
            "The peak is told from the type, 1 for floats and the largest value for integers; it is the argument.",
        ),
        Slip(
            "peak-from-the-range",
            "peak**2 / mse",
            "float(np.max(x) - np.min(x)) ** 2 / mse",
            "You take the range of the image, its maximum minus its minimum, as the peak; it is the argument.",
        ),
    ),
)
