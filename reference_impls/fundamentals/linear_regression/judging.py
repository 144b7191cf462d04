"""How answers to `linear-regression` are judged."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reference_impls.fundamentals.linear_regression.reference import linear_regression
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def points(draw: Draw, N: int, D: int, *, noise: float = 0.7, l2: float = 0.0) -> tuple[NDArray[Any], NDArray[Any]]:
    """Features with means and scales of their own, far enough from collinear for any way to solve it.

    Neither slopes nor intercept are next to 0: there float32 has few digits left.
    """
    mean = torch.tensor([2.0, -1.5, 1.0, -2.5, 0.5, 3.0], dtype=torch.float64)[:D]
    scale = torch.tensor([1.0, 2.0, 0.6, 1.5, 0.8, 1.2], dtype=torch.float64)[:D]
    while True:
        z = draw.normal(N, D).double()
        spread = torch.linalg.svdvals(z - z.mean(dim=0))
        x = draw.floating(mean + scale * z)
        w, b = draw.normal(D, scale=2.0).double(), draw.real(3.0, 6.0)
        y = draw.floating(x.double() @ w + b + noise * draw.normal(N).double())
        if N > D and float(spread[-1]) <= max(0.5, 0.3 * float(spread[0])):
            continue
        slopes, intercept = linear_regression(x.double().numpy(), y.double().numpy(), l2)
        if abs(intercept) > 0.3 and float(np.abs(slopes).min()) > 0.2:
            return x.numpy(), y.numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("four points, one feature", points(draw, 4, 1))
    yield Case("nine points, three features", points(draw, 9, 3))
    yield Case("points on a plane", points(draw, 7, 2, noise=0.0))
    yield Case("60 points, five features", points(draw, 60, 5))
    yield Case("a penalty of 2.5", points(draw, 9, 3, l2=2.5), {"l2": 2.5})
    yield Case("a penalty of 0.3, by position", (*points(draw, 12, 4, l2=0.3), 0.3))
    yield Case("one feature, a penalty of 4", points(draw, 6, 1, l2=4.0), {"l2": 4})
    yield Case("fewer points than features, with a penalty", points(draw, 4, 6, l2=5.0), {"l2": 5.0})
    x, y = points(draw, 8, 2)
    yield Case("a feature twice, with a penalty", (np.concatenate([x, x[:, :1]], axis=1), y), {"l2": 1.5})
    yield Case("40 points, a penalty of 30", points(draw, 40, 3, l2=30.0), {"l2": 30.0})
    x, y = points(draw, 9, 2)
    small = draw.floating(torch.as_tensor(x).double() * 1e-3).numpy()
    yield Case("features of a thousandth", (small, y), dtypes=(torch.float64,))
    yield Case("two points, with a penalty", points(draw, 2, 1, l2=1.2), {"l2": 1.2})


PROBLEM = Problem(
    id="linear-regression",
    entries=(linear_regression,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
