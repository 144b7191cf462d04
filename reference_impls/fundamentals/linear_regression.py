"""Linear regression in closed form, with ridge penalty (Hastie, Tibshirani & Friedman 2009, section 3.4.1, eqs. 3.41, 3.44).

    min over w, b of  Σ_n (y_n - x_n·w - b)² + λ‖w‖²

b carries no penalty, or the answer would change with the origin of y. Its own derivative gives b = mean(y) - mean(x)·w;
put in, only centred data remain:

    w = (XcᵀXc + λI)⁻¹ Xcᵀ yc,    Xc = x - mean(x),  yc = y - mean(y)

λ > 0 makes the matrix invertible, with fewer points than features, too. Solve the system; an explicit inverse costs more
and loses digits.

Shapes: x (N,D), y (N,). Returns: w (D,), b a number.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem, Slip


def linear_regression(x: NDArray[Any], y: NDArray[Any], l2: float = 0.0) -> tuple[NDArray[Any], Any]:
    """Weights and intercept of least squares with the penalty l2 * ||w||^2."""
    x_mean, y_mean = x.mean(axis=0), y.mean()
    xc, yc = x - x_mean, y - y_mean  # (N,D), (N,)
    gram = xc.T @ xc + l2 * np.eye(x.shape[1])  # (D,D)
    w = np.linalg.solve(gram, xc.T @ yc)  # (D,)
    return w, y_mean - x_mean @ w


# ----------------------------------------------------------------------------------------------------------------------


def points(draw: Draw, N: int, D: int, *, noise: float = 0.7) -> tuple[NDArray[Any], NDArray[Any]]:
    """Features with means and scales of their own, far enough from collinear for any way to solve it."""
    mean = torch.tensor([2.0, -1.5, 1.0, -2.5, 0.5, 3.0], dtype=torch.float64)[:D]
    scale = torch.tensor([1.0, 2.0, 0.6, 1.5, 0.8, 1.2], dtype=torch.float64)[:D]
    while True:
        z = draw.normal(N, D).double()
        spread = torch.linalg.svdvals(z - z.mean(dim=0))
        if N <= D or float(spread[-1]) > 0.3 * float(spread[0]):
            break
    x = draw.floating(mean + scale * z)
    w, b = draw.normal(D, scale=2.0).double(), draw.real(3.0, 6.0)
    y = draw.floating(x.double() @ w + b + noise * draw.normal(N).double())
    return x.numpy(), y.numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("four points, one feature", points(draw, 4, 1))
    yield Case("nine points, three features", points(draw, 9, 3))
    yield Case("points on a plane", points(draw, 7, 2, noise=0.0))
    yield Case("60 points, five features", points(draw, 60, 5))
    yield Case("a penalty of 2.5", points(draw, 9, 3), {"l2": 2.5})
    yield Case("a penalty of 0.3, by position", (*points(draw, 12, 4), 0.3))
    yield Case("one feature, a penalty of 4", points(draw, 6, 1), {"l2": 4})
    yield Case("fewer points than features, with a penalty", points(draw, 4, 6), {"l2": 0.7})
    x, y = points(draw, 8, 2)
    yield Case("a feature twice, with a penalty", (np.concatenate([x, x[:, :1]], axis=1), y), {"l2": 1.5})
    yield Case("40 points, a penalty of 30", points(draw, 40, 3), {"l2": 30.0})
    x, y = points(draw, 9, 2)
    small = draw.floating(torch.as_tensor(x).double() * 1e-3).numpy()
    yield Case("features of a thousandth", (small, y), dtypes=(torch.float64,))
    yield Case("two points, with a penalty", points(draw, 2, 1), {"l2": 1.2})


CENTRED = (
    "    gram = xc.T @ xc + l2 * np.eye(x.shape[1])  # (D,D)\n    w = np.linalg.solve(gram, xc.T @ yc)  # (D,)\n"
    "    return w, y_mean - x_mean @ w"
)
PENALTY = "l2 * np.eye(x.shape[1])"
RETURN = "return w, y_mean - x_mean @ w"
FREE_WEIGHT = (
    "    penalty = l2 * np.eye(x.shape[1] + 1)\n    penalty[{free}, {free}] = 0\n"
    "    x1 = np.concatenate([{first}], axis=1)\n"
    "    theta = np.linalg.solve(x1.T @ x1 + penalty + 1e-9 * np.eye(len(penalty)), x1.T @ y)\n"
    "    return {result}"
)

PROBLEM = Problem(
    id="linear-regression",
    entries=(linear_regression,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "intercept-penalised",
            CENTRED,
            "    x1 = np.concatenate([x, np.ones((len(x), 1))], axis=1)\n"
            "    theta = np.linalg.solve(x1.T @ x1 + l2 * np.eye(x1.shape[1]), x1.T @ y)\n    return theta[:-1], theta[-1]",
            "The penalty shrinks the intercept, too: set the entry of the column of ones to 0, or centre the data.",
        ),
        Slip(
            "first-weight-free",
            CENTRED,
            FREE_WEIGHT.format(free=0, first="x, np.ones((len(x), 1))", result="theta[:-1], theta[-1]"),
            "The first weight is free of the penalty, and the intercept is not: the ones stand in the last column, so the last "
            "entry has to be 0.",
        ),
        Slip(
            "last-weight-free",
            CENTRED,
            FREE_WEIGHT.format(free=-1, first="np.ones((len(x), 1)), x", result="theta[1:], theta[0]"),
            "The last weight is free of the penalty, and the intercept is not: the ones stand in the first column, so the first "
            "entry has to be 0.",
        ),
        Slip(
            "through-the-origin",
            "    xc, yc = x - x_mean, y - y_mean",
            "    x_mean, y_mean = 0 * x_mean, 0 * y_mean\n    xc, yc = x - x_mean, y - y_mean",
            "There is no intercept: the plane is forced through the origin. Centre the data, or add a column of ones.",
        ),
        Slip(
            "through-the-origin-then-shifted",
            "    xc, yc = x - x_mean, y - y_mean",
            "    xc, yc = x, y",
            "The weights are those of a plane through the origin, and the intercept is fitted after them: both have to be fitted "
            "together, on centred data.",
        ),
        Slip(
            "targets-alone-centred",
            "xc, yc = x - x_mean,",
            "xc, yc = x,",
            "Only y is centred; x has to be, too.",
        ),
        Slip(
            "intercept-is-the-mean-of-y",
            RETURN,
            "return w, y_mean",
            "The intercept is the mean of y, as it is for centred features: subtract mean(x).w.",
        ),
        Slip("intercept-of-zero", RETURN, "return w, 0.0", "The intercept is 0; it is mean(y) - mean(x).w."),
        Slip(
            "intercept-with-a-plus",
            RETURN,
            "return w, y_mean + x_mean @ w",
            "mean(x).w is added in the intercept; it is subtracted.",
        ),
        Slip(
            "intercept-negative",
            RETURN,
            "return w, x_mean @ w - y_mean",
            "The intercept has the wrong sign: it is mean(y) - mean(x).w.",
        ),
        Slip(
            "intercept-summed",
            RETURN,
            "return w, (y - x @ w).sum()",
            "The intercept is the sum of what the weights leave; it is the mean.",
        ),
        Slip(
            "intercept-of-the-first-point",
            RETURN,
            "return w, y[0] - x[0] @ w",
            "The plane is put through one point; the intercept is the mean of y - x.w.",
        ),
        Slip("weights-alone", RETURN, "return w", "Only the weights are returned; (w, b) is asked for."),
        Slip(
            "results-exchanged",
            RETURN,
            "return y_mean - x_mean @ w, w",
            "The intercept comes first; (w, b) is asked for.",
        ),
        Slip(
            "one-vector-intercept-last",
            RETURN,
            "return np.append(w, y_mean - x_mean @ w)",
            "One vector of D + 1 numbers is returned: split it into w of shape (D,) and b.",
        ),
        Slip(
            "one-vector-intercept-first",
            RETURN,
            "return np.insert(w, 0, y_mean - x_mean @ w)",
            "One vector of D + 1 numbers is returned, the intercept first: split it into w of shape (D,) and b.",
        ),
        Slip(
            "split-at-the-wrong-end",
            RETURN,
            "theta = np.insert(w, 0, y_mean - x_mean @ w)\n    return theta[:-1], theta[-1]",
            "The ones stand in the first column, but the last weight is returned as the intercept: it is theta[0].",
        ),
        Slip(
            "split-at-the-wrong-start",
            RETURN,
            "theta = np.append(w, y_mean - x_mean @ w)\n    return theta[1:], theta[0]",
            "The ones stand in the last column, but the first weight is returned as the intercept: it is theta[-1].",
        ),
        Slip(
            "weights-as-a-column",
            RETURN,
            "return w[:, None], y_mean - x_mean @ w",
            "The weights come back as (D,1), as where y is made a column: w has shape (D,).",
        ),
        Slip("penalty-ignored", f" + {PENALTY}", " + 1e-9 * np.eye(x.shape[1])", "The penalty l2 has no effect."),
        Slip(
            "penalty-times-the-number-of-points",
            PENALTY,
            "l2 * len(x) * np.eye(x.shape[1])",
            "The penalty is N times too large, as where the mean of the squared errors stands beside l2 ||w||^2: their sum does.",
        ),
        Slip(
            "penalty-times-one-point-fewer",
            PENALTY,
            "(l2 * (len(x) - 1) + 1e-9) * np.eye(x.shape[1])",
            "The penalty is N - 1 times too large, as where it is added to the covariance of x: add it to the sum of products.",
        ),
        Slip(
            "penalty-over-the-number-of-points",
            PENALTY,
            "l2 / len(x) * np.eye(x.shape[1])",
            "The penalty is divided by the number of points: it is l2 ||w||^2 beside the sum of squared errors.",
        ),
        Slip(
            "penalty-doubled",
            PENALTY,
            "2 * l2 * np.eye(x.shape[1])",
            "The penalty counts twice, as where half the squared error stands beside l2 ||w||^2: both have the factor 2 in their "
            "derivatives, which cancels.",
        ),
        Slip(
            "penalty-halved",
            PENALTY,
            "l2 / 2 * np.eye(x.shape[1])",
            "The penalty counts half, as with l2/2 ||w||^2: it is l2 ||w||^2 beside the sum of squared errors.",
        ),
        Slip(
            "penalty-squared",
            PENALTY,
            "l2**2 * np.eye(x.shape[1])",
            "The penalty is l2 squared, as where rows of l2 are appended to x: append rows of sqrt(l2).",
        ),
        Slip(
            "root-of-the-penalty",
            PENALTY,
            "l2**0.5 * np.eye(x.shape[1])",
            "The root of l2 is added to the diagonal; add l2 itself.",
        ),
        Slip(
            "penalty-subtracted",
            PENALTY,
            "-l2 * np.eye(x.shape[1])",
            "The penalty is subtracted from the diagonal; it is added.",
        ),
        Slip(
            "penalty-on-every-entry",
            PENALTY,
            "l2 + 1e-9 * np.eye(x.shape[1])",
            "l2 is added to every entry of the matrix; add it to the diagonal, l2 * eye(D).",
        ),
        Slip(
            "features-standardised",
            "xc, yc = x - x_mean,",
            "xc, yc = (x - x_mean) / (x.std(axis=0) + 1e-9),",
            "The features are divided by their standard deviations, so that the weights belong to other features than x: only "
            "centre them.",
        ),
        Slip(
            "penalty-on-standardised-features",
            PENALTY,
            "(l2 * np.diag(x.var(axis=0)) + 1e-9 * np.eye(x.shape[1]))",
            "The penalty acts on the weights of standardised features; it is l2 ||w||^2 for the weights of x itself.",
        ),
        Slip(
            "divided-by-the-number-of-points",
            "xc.T @ yc)",
            "xc.T @ yc / len(x))",
            "One side is divided by the number of points and the other is not: both are sums.",
        ),
        Slip(
            "least-squares-without-the-penalty",
            "np.linalg.solve(gram, xc.T @ yc)",
            "np.linalg.lstsq(xc, yc, rcond=None)[0]",
            "lstsq and pinv give least squares without the penalty: l2 has no effect.",
        ),
        Slip(
            "default-penalty-of-1",
            "l2: float = 0.0",
            "l2: float = 1.0",
            "The default of l2 is 0, no penalty; 1 is scikit-learn's.",
        ),
        Slip(
            "weights-shrunk-after-the-fit",
            "    w = np.linalg.solve(gram, xc.T @ yc)",
            "    w = np.linalg.lstsq(xc, yc, rcond=None)[0] / (1 + l2)",
            "Least squares are shrunk by 1/(1 + l2) afterwards, which is right for orthonormal features alone: add l2 to the "
            "diagonal.",
        ),
        Slip(
            "lasso",
            "    w = np.linalg.solve(gram, xc.T @ yc)",
            "    w = np.linalg.solve(gram - l2 * np.eye(len(gram)) + 1e-9 * np.eye(len(gram)), xc.T @ yc)\n"
            "    w = np.sign(w) * np.maximum(np.abs(w) - l2 / 2, 0)",
            "The weights are soft-thresholded, as an L1 penalty does: l2 ||w||^2 adds l2 to the diagonal.",
        ),
    ),
)
