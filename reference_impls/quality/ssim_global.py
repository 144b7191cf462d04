"""Structural similarity of two images in one window (Wang, Bovik, Sheikh & Simoncelli 2004, IEEE TIP 13(4), eq. 13).

    SSIM = (2 μ_x μ_y + C₁)(2 σ_xy + C₂) / ((μ_x² + μ_y² + C₁)(σ_x² + σ_y² + C₂))          C_i = (K_i peak)²

The first factor compares the means, the second contrast and structure together: with C₃ = C₂/2 the product of their terms is one
fraction. K₁ = 0.01 and K₂ = 0.03 keep flat and dark images from 0/0. Here the window is the whole image with equal weights and
biased moments (divided by H W); the index that is published is the mean over local windows, with a Gaussian's weights.

x, y: grey images of one shape (H,W), float or uint8; products of uint8 wrap, so both become float64.
Returns: a float in [-1, 1] for images that are not negative, 1 only for equal ones; not clipped.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, FunctionSlip, Problem, Slip


def ssim_global(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    """Means, biased variances and covariance of all pixels, in two factors."""
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mu_x, mu_y = x.mean(), y.mean()
    var_x, var_y = np.mean((x - mu_x) ** 2), np.mean((y - mu_y) ** 2)
    cov = np.mean((x - mu_x) * (y - mu_y))
    luminance = (2 * mu_x * mu_y + c1) / (mu_x**2 + mu_y**2 + c1)
    structure = (2 * cov + c2) / (var_x + var_y + c2)  # and contrast
    return float(luminance * structure)


# ----------------------------------------------------------------------------------------------------------------------


def codes(draw: Draw, low: int, high: int, *shape: int) -> NDArray[np.uint8]:
    """Random bytes in [low, high)."""
    return draw.integers(low, high, *shape).to(torch.uint8).numpy()


def noisy(draw: Draw, img: NDArray[np.uint8], most: int, shift: int = 0) -> NDArray[np.uint8]:
    """Bytes that differ from these by up to `most` around `shift`."""
    moved = torch.from_numpy(img.astype(np.int64)) + shift + draw.integers(-most, most + 1, *img.shape)
    return moved.clamp(0, 255).to(torch.uint8).numpy()


def textured(draw: Draw, mean: float, spread: float, *shape: int) -> Tensor:
    """Two levels, as often as one another, and a little noise: the variance is near spread squared, whatever is drawn."""
    signs = torch.ones(shape, dtype=torch.float64).flatten()
    signs[: len(signs) // 2] = -1
    signs = signs[draw.permutation(len(signs))].reshape(shape)
    return draw.floating(mean + spread * (signs + 0.2 * draw.normal(*shape).double())).double()


def pair(draw: Draw, x: Tensor, y: Tensor) -> tuple[NDArray[Any], NDArray[Any]]:
    """Both as images of the tier."""
    return draw.floating(x).numpy(), draw.floating(y).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    """Where variances are near C2, and means near C1, so that the constants and the divisor of the moments show."""
    img = codes(draw, 90, 116, 3, 4)
    yield Case("uint8, little contrast", (img, noisy(draw, img, 4)))
    img = codes(draw, 0, 256, 7, 9)
    yield Case("uint8, a noisy copy", (img, noisy(draw, img, 40)))
    dark = codes(draw, 0, 9, 4, 5)
    yield Case("uint8, dark", (dark, noisy(draw, dark, 2, shift=6)))
    bright = codes(draw, 200, 230, 5, 3)
    yield Case("uint8, bright and darkened", (bright, (bright // 2).astype(np.uint8)))
    img = codes(draw, 0, 256, 6, 5)
    yield Case("uint8, a negative", (img, (255 - img).astype(np.uint8)))
    x = textured(draw, 0.5, 0.035, 4, 6)
    yield Case("floats in [0, 1], peak 1", (*pair(draw, x, 0.6 * x + textured(draw, 0.1, 0.02, 4, 6)), 1.0))
    x = textured(draw, 0.012, 0.005, 5, 4)
    yield Case("floats near black, peak 1", pair(draw, x, 0.5 * x), {"peak": 1.0})
    x = textured(draw, 120.0, 8.0, 6, 8)
    yield Case("floats with the peak of 8 bits", pair(draw, x, 0.7 * x + textured(draw, 40.0, 5.0, 6, 8)))
    x = textured(draw, 0.5, 0.2, 5, 7)
    yield Case("floats in [0, 1] with the peak of 8 bits", pair(draw, x, 6.0 - 4.0 * x))
    x = textured(draw, 400.0, 30.0, 3, 6)
    yield Case("10 bits as floats", (*pair(draw, x, x + textured(draw, 90.0, 20.0, 3, 6)), 1023))
    x = textured(draw, 0.6, 0.03, 4, 4)
    yield Case("opposite directions, peak 1", (*pair(draw, x, 1.1 - x), 1.0))
    x = textured(draw, 1.0, 0.2, 5, 5)
    yield Case("linear light beyond the peak", pair(draw, x, 1.3 * x), {"peak": 0.8})
    yield Case("flat images of two greys", (np.full((4, 3), 60, np.uint8), np.full((4, 3), 150, np.uint8)))
    yield Case("both black", (np.zeros((3, 5), np.uint8), np.zeros((3, 5), np.uint8)))
    yield Case("identical", (img, img.copy()))
    row = codes(draw, 100, 125, 1, 7)
    yield Case("one row", (row, noisy(draw, row, 6, shift=9)))


def products_of_bytes(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mu_x, mu_y = x.mean(), y.mean()
    cov = (x * y).mean() - mu_x * mu_y
    return float((2 * mu_x * mu_y + c1) * (2 * cov + c2) / ((mu_x**2 + mu_y**2 + c1) * (x.var() + y.var() + c2)))


def products_and_squares_of_bytes(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mu_x, mu_y = x.mean(), y.mean()
    var_x, var_y, cov = (x * x).mean() - mu_x**2, (y * y).mean() - mu_y**2, (x * y).mean() - mu_x * mu_y
    return float((2 * mu_x * mu_y + c1) * (2 * cov + c2) / ((mu_x**2 + mu_y**2 + c1) * (var_x + var_y + c2)))


def products_in_int16(x: NDArray[Any], y: NDArray[Any], peak: float = 255.0) -> float:
    x, y = x.astype(np.int16), y.astype(np.int16)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mu_x, mu_y = x.mean(), y.mean()
    cov = (x * y).mean() - mu_x * mu_y
    return float((2 * mu_x * mu_y + c1) * (2 * cov + c2) / ((mu_x**2 + mu_y**2 + c1) * (x.var() + y.var() + c2)))


MEANS = "2 * mu_x * mu_y + c1"
SQUARES = "mu_x**2 + mu_y**2 + c1"
COVARIANCE = "2 * cov + c2"
VARIANCES = "var_x + var_y + c2"
RESULT = "return float(luminance * structure)"
FLOATS = "np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)"
CONSTANTS = "(0.01 * peak) ** 2, (0.03 * peak) ** 2"
MOMENTS = (
    "var_x, var_y = np.mean((x - mu_x) ** 2), np.mean((y - mu_y) ** 2)\n    cov = np.mean((x - mu_x) * (y - mu_y))"
)

PROBLEM = Problem(
    id="ssim-global",
    entries=(ssim_global,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "unbiased-moments",
            MOMENTS,
            "var_x, var_y = x.var(ddof=1), y.var(ddof=1)\n    cov = np.sum((x - mu_x) * (y - mu_y)) / (x.size - 1)",
            "Variances and covariance are divided by N - 1; the biased ones are asked for, divided by the number of pixels N.",
        ),
        Slip(
            "unbiased-variances",
            "np.mean((x - mu_x) ** 2), np.mean((y - mu_y) ** 2)",
            "x.var(ddof=1), y.var(ddof=1)",
            "The variances are divided by N - 1 (torch's default), the covariance by N; all moments are biased, divided by N.",
        ),
        Slip(
            "unbiased-covariance",
            "np.mean((x - mu_x) * (y - mu_y))",
            "np.sum((x - mu_x) * (y - mu_y)) / (x.size - 1)",
            "The covariance is divided by N - 1, as np.cov does, the variances by N; all moments are biased, divided by N.",
        ),
        Slip(
            "moments-summed",
            MOMENTS,
            "var_x, var_y = np.sum((x - mu_x) ** 2), np.sum((y - mu_y) ** 2)\n    cov = np.sum((x - mu_x) * (y - mu_y))",
            "Variances and covariance are sums; their means over the pixels are asked for, else C2 hardly counts.",
        ),
        Slip(
            "covariance-not-centred",
            "np.mean((x - mu_x) * (y - mu_y))",
            "np.mean(x * y)",
            "The means are not taken off in the covariance: it is E[xy] - mu_x mu_y.",
        ),
        Slip(
            "variances-not-centred",
            "np.mean((x - mu_x) ** 2), np.mean((y - mu_y) ** 2)",
            "np.mean(x**2), np.mean(y**2)",
            "The means are not taken off in the variances: they are E[x^2] - mu_x^2.",
        ),
        Slip(
            "moments-not-centred",
            MOMENTS,
            "var_x, var_y = np.mean(x**2), np.mean(y**2)\n    cov = np.mean(x * y)",
            "The means are taken off neither in the variances nor in the covariance: these are central moments.",
        ),
        FunctionSlip(
            "products-wrap",
            {"ssim_global": products_of_bytes},
            "x * y is taken in uint8, where it wraps modulo 256: convert both images to float before you multiply.",
        ),
        FunctionSlip(
            "products-and-squares-wrap",
            {"ssim_global": products_and_squares_of_bytes},
            "x * x and x * y are taken in uint8, where they wrap modulo 256: convert both images to float before you multiply.",
        ),
        FunctionSlip(
            "products-in-int16",
            {"ssim_global": products_in_int16},
            "int16 holds neither products of two bytes, which wrap above 32,767, nor the fractions of floats: convert to float.",
        ),
        Slip("c1-missing-above", MEANS, "2 * mu_x * mu_y", "C1 is missing in the numerator; it stands in both."),
        Slip("c1-missing-below", SQUARES, "mu_x**2 + mu_y**2", "C1 is missing in the denominator; it stands in both."),
        Slip("c2-missing-above", COVARIANCE, "2 * cov", "C2 is missing in the numerator; it stands in both."),
        Slip("c2-missing-below", VARIANCES, "var_x + var_y", "C2 is missing in the denominator; it stands in both."),
        Slip(
            "no-constants",
            CONSTANTS,
            "0.0, 0.0",
            "The constants are missing: flat or black images give 0/0, and dark ones another value.",
        ),
        Slip("c1-missing", CONSTANTS, "0.0, (0.03 * peak) ** 2", "C1 = (0.01 peak)^2 is missing in both places."),
        Slip("c2-missing", CONSTANTS, "(0.01 * peak) ** 2, 0.0", "C2 = (0.03 peak)^2 is missing in both places."),
        Slip(
            "eps-for-constants",
            CONSTANTS,
            "1e-8, 1e-8",
            "A tiny number stands where the constants belong: C1 = (0.01 peak)^2, C2 = (0.03 peak)^2.",
        ),
        Slip(
            "constants-not-squared",
            CONSTANTS,
            "0.01 * peak, 0.03 * peak",
            "The constants are not squared: C1 = (0.01 peak)^2, C2 = (0.03 peak)^2.",
        ),
        Slip(
            "peak-alone-squared",
            CONSTANTS,
            "0.01 * peak**2, 0.03 * peak**2",
            "Only the peak is squared in the constants; 0.01 and 0.03 are squared with it.",
        ),
        Slip(
            "peak-not-squared",
            CONSTANTS,
            "0.01**2 * peak, 0.03**2 * peak",
            "The peak is not squared in the constants: (0.01 peak)^2 and (0.03 peak)^2.",
        ),
        Slip(
            "constants-without-peak",
            CONSTANTS,
            "0.01**2, 0.03**2",
            "The peak is missing in the constants: 0.01^2 and 0.03^2 belong to images in [0, 1], here they are (0.01 peak)^2 "
            "and (0.03 peak)^2.",
        ),
        Slip("constants-swapped", "c1, c2 =", "c2, c1 =", "C1 and C2 are exchanged: C1 goes with the means."),
        Slip("k2-of-0.01", "(0.03 * peak)", "(0.01 * peak)", "C2 is made with 0.01, too; it is (0.03 peak)^2."),
        Slip("k1-of-0.03", "(0.01 * peak)", "(0.03 * peak)", "C1 is made with 0.03, too; it is (0.01 peak)^2."),
        Slip(
            "c2-halved",
            "(0.03 * peak) ** 2",
            "(0.03 * peak) ** 2 / 2",
            "C2 is halved, as C3 is in the form with three terms; in the form with two factors it is (0.03 peak)^2.",
        ),
        Slip("default-peak", "peak: float = 255.0", "peak: float = 1.0", "The default of peak is 255; yours is 1."),
        Slip(
            "peak-from-the-image",
            CONSTANTS,
            "(0.01 * x.max()) ** 2, (0.03 * x.max()) ** 2",
            "You take the maximum of the image as the peak; it is the argument, the range of the format.",
        ),
        Slip(
            "peak-from-both-images",
            CONSTANTS,
            "(0.01 * max(x.max(), y.max())) ** 2, (0.03 * max(x.max(), y.max())) ** 2",
            "You take the largest value of both images as the peak; it is the argument, the range of the format.",
        ),
        Slip(
            "peak-from-the-range",
            CONSTANTS,
            "(0.01 * (x.max() - x.min())) ** 2, (0.03 * (x.max() - x.min())) ** 2",
            "You take the range of the image, its maximum minus its minimum, as the peak; it is the argument.",
        ),
        Slip(
            "peak-guessed",
            CONSTANTS,
            "(0.01 * (1.0 if x.max() <= 1 else peak)) ** 2, (0.03 * (1.0 if x.max() <= 1 else peak)) ** 2",
            "The peak is guessed from the values, 1 for an image within [0, 1]; it is the argument, whatever the image holds.",
        ),
        Slip(
            "divided-by-peak-alone",
            FLOATS,
            "np.asarray(x, dtype=np.float64) / peak, np.asarray(y, dtype=np.float64) / peak",
            "The images are divided by the peak, but the constants still hold it: one or the other.",
        ),
        Slip(
            "divided-by-255",
            FLOATS,
            "np.asarray(x, dtype=np.float64) / 255, np.asarray(y, dtype=np.float64) / 255",
            "The images are divided by 255 first, but the constants belong to their own range: leave them as they are.",
        ),
        Slip(
            "twos-missing",
            "2 * mu_x * mu_y + c1) / (mu_x**2 + mu_y**2 + c1)\n    structure = (2 * cov",
            "mu_x * mu_y + c1) / (mu_x**2 + mu_y**2 + c1)\n    structure = (cov",
            "The factors 2 are missing, so that identical images do not give 1.",
        ),
        Slip("two-of-the-means-missing", MEANS, "mu_x * mu_y + c1", "The factor 2 of mu_x mu_y is missing."),
        Slip("two-of-the-covariance-missing", COVARIANCE, "cov + c2", "The factor 2 of the covariance is missing."),
        Slip(
            "deviations-for-variances",
            VARIANCES,
            "np.sqrt(var_x) + np.sqrt(var_y) + c2",
            "Standard deviations stand in the denominator; the variances are added there.",
        ),
        Slip(
            "deviations-for-covariance",
            COVARIANCE,
            "2 * np.sqrt(var_x * var_y) + c2",
            "2 sigma_x sigma_y compares the contrast alone; the covariance belongs there: 2 sigma_xy.",
        ),
        Slip(
            "contrast-left-out",
            VARIANCES,
            "2 * np.sqrt(var_x * var_y) + c2",
            "With 2 sigma_x sigma_y below only the structure is compared; the variances are added there: sigma_x^2 + sigma_y^2.",
        ),
        Slip(
            "product-of-deviations",
            VARIANCES,
            "np.sqrt(var_x * var_y) + c2",
            "sigma_x sigma_y stands in the denominator; the variances are added there: sigma_x^2 + sigma_y^2.",
        ),
        Slip(
            "variances-squared",
            VARIANCES,
            "var_x**2 + var_y**2 + c2",
            "The variances are squared once more: sigma^2 is the variance itself.",
        ),
        Slip(
            "variances-multiplied",
            VARIANCES,
            "var_x * var_y + c2",
            "The variances are multiplied; they are added: sigma_x^2 + sigma_y^2 + C2.",
        ),
        Slip("means-not-squared", SQUARES, "mu_x + mu_y + c1", "The means are not squared in the denominator."),
        Slip(
            "square-of-the-sum",
            SQUARES,
            "(mu_x + mu_y) ** 2 + c1",
            "The sum of the means is squared; the squares are added: mu_x^2 + mu_y^2.",
        ),
        Slip(
            "means-added",
            MEANS,
            "2 * (mu_x + mu_y) + c1",
            "The means are added in the numerator; they are multiplied: 2 mu_x mu_y.",
        ),
        Slip(
            "means-alone",
            RESULT,
            "return float(luminance)",
            "Only the means are compared: multiply by the second factor, of covariance and variances.",
        ),
        Slip(
            "structure-alone",
            RESULT,
            "return float(structure)",
            "Only contrast and structure are compared: multiply by the first factor, of the means.",
        ),
        Slip(
            "factors-added",
            RESULT,
            "return float(luminance + structure)",
            "The two factors are added; they are multiplied.",
        ),
        Slip(
            "factors-averaged",
            RESULT,
            "return float(luminance + structure) / 2",
            "The two factors are averaged; they are multiplied.",
        ),
        Slip(
            "fraction-inverted",
            RESULT,
            "return float(1 / (luminance * structure))",
            "The fraction is upside down: products of the two images stand above, sums of squares below.",
        ),
        Slip(
            "dissimilarity",
            RESULT,
            "return float(1 - luminance * structure)",
            "This is 1 - SSIM, a loss; the similarity is asked for, 1 for identical images.",
        ),
        Slip(
            "halved-dissimilarity",
            RESULT,
            "return float(1 - luminance * structure) / 2",
            "This is (1 - SSIM) / 2, a loss; the similarity is asked for, 1 for identical images.",
        ),
        Slip(
            "mapped-to-0-and-1",
            RESULT,
            "return float(1 + luminance * structure) / 2",
            "SSIM is mapped from [-1, 1] to [0, 1]; it is returned as it is, negative where the images are opposite.",
        ),
        Slip(
            "absolute-covariance",
            COVARIANCE,
            "2 * abs(cov) + c2",
            "The covariance loses its sign: images that vary in opposite directions are dissimilar.",
        ),
        Slip(
            "covariance-not-negative",
            COVARIANCE,
            "2 * max(cov, 0.0) + c2",
            "A negative covariance is cut at 0: images that vary in opposite directions give a negative value.",
        ),
        Slip(
            "correlation",
            RESULT,
            "return float(cov / np.sqrt(var_x * var_y))",
            "This is the correlation of the two images, without means, contrast and constants.",
        ),
        Slip(
            "third-constant-not-halved",
            "(2 * cov + c2) / (var_x + var_y + c2)",
            "(2 * np.sqrt(var_x * var_y) + c2) / (var_x + var_y + c2) * (cov + c2) / (np.sqrt(var_x * var_y) + c2)",
            "In the form with three terms C3 is C2 / 2; with C2 itself the terms do not merge into the two factors.",
        ),
        Slip(
            "third-constant-missing",
            "(2 * cov + c2) / (var_x + var_y + c2)",
            "(2 * np.sqrt(var_x * var_y) + c2) / (var_x + var_y + c2) * cov / np.sqrt(var_x * var_y)",
            "In the form with three terms the structure has a constant, too: C3 = C2 / 2.",
        ),
        Slip(
            "mean-over-columns",
            RESULT,
            "columns = [ssim_global(a[None], b[None], peak) for a, b in zip(x.T, y.T, strict=True)] if len(x) > 1 else []\n"
            "    return float(np.mean(columns)) if columns else float(luminance * structure)",
            "You average over windows of one column each; one window holds the whole image.",
        ),
        Slip(
            "correlation-for-covariance",
            COVARIANCE,
            "2 * cov / np.sqrt(var_x * var_y) + c2",
            "The correlation coefficient stands where the covariance belongs: it is not divided by the deviations.",
        ),
        Slip(
            "deviations-without-signs",
            "np.mean((x - mu_x) * (y - mu_y))",
            "np.mean(abs(x - mu_x) * abs(y - mu_y))",
            "The deviations from the means lose their signs before they are multiplied, so that no covariance is negative.",
        ),
        Slip(
            "squared-means-multiplied",
            SQUARES,
            "mu_x**2 * mu_y**2 + c1",
            "The squared means are multiplied in the denominator; they are added.",
        ),
        Slip(
            "constants-ten-times-too-large",
            CONSTANTS,
            "(0.1 * peak) ** 2, (0.3 * peak) ** 2",
            "The constants are made with 0.1 and 0.3; they are (0.01 peak)^2 and (0.03 peak)^2.",
        ),
        Slip(
            "variance-of-x-twice",
            VARIANCES,
            "var_x + var_x + c2",
            "The variance of x is added to itself; that of y belongs there, too.",
        ),
        Slip(
            "bytes-divided-by-255",
            FLOATS,
            "(\n        np.asarray(image) / (255 if image.dtype == np.uint8 else 1) for image in (x, y)\n    )",
            "uint8 images are divided by 255 first, but the constants belong to their own range: leave them as they are.",
        ),
        Slip(
            "mean-over-rows",
            RESULT,
            "rows = [ssim_global(a[None], b[None], peak) for a, b in zip(x, y, strict=True)] if len(x) > 1 else []\n"
            "    return float(np.mean(rows)) if rows else float(luminance * structure)",
            "You average over windows of one row each; one window holds the whole image.",
        ),
    ),
)
