"""K-means by Lloyd's algorithm (Lloyd 1982, doi:10.1109/TIT.1982.1056489; Bishop 2006, section 9.1, eqs. 9.1, 9.2 and 9.4).

    J = Σ_n ‖x_n - μ_{z_n}‖²     assign: z_n = argmin_k ‖x_n - μ_k‖²     update: μ_k = mean of the x_n with z_n = k

Neither step can raise J, and there are finitely many assignments: it converges, though only to a local minimum, which
depends on the start. When an assignment repeats, the centres do not move any more. A cluster without points has no mean;
here its centre stays where it is, and may win points later.

Shapes: x (N,D), centers (K,D). Returns: centers (K,D), labels (N,) in 0..K-1.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import (
    FLOAT32_EVERYWHERE,
    Case,
    Draw,
    FunctionSlip,
    Observation,
    Problem,
    Scenario,
    Slip,
    World,
)


def nearest(x: NDArray[Any], centers: NDArray[Any]) -> NDArray[Any]:
    """The index of the nearest centre of every point."""
    distances = ((x[:, None] - centers[None]) ** 2).sum(axis=2)  # (N,K,D) -> (N,K)
    labels: NDArray[Any] = distances.argmin(axis=1)
    return labels


def kmeans(x: NDArray[Any], centers: NDArray[Any], iters: int = 100) -> tuple[NDArray[Any], NDArray[Any]]:
    """Lloyd's algorithm from the given centres."""
    labels = nearest(x, centers)
    for _ in range(iters):
        moved = centers.copy()
        for k in range(len(centers)):
            mine = x[labels == k]  # (N_k,D)
            if len(mine) > 0:
                moved[k] = mine.mean(axis=0)
        centers, before = moved, labels
        labels = nearest(x, centers)
        if np.array_equal(labels, before):
            break
    return centers, labels


# ----------------------------------------------------------------------------------------------------------------------


def course(x: Tensor, centers: Tensor, steps: int = 200) -> tuple[list[Tensor], float]:
    """The assignments of Lloyd's algorithm until they repeat, and how near the closest call was, in squared distance."""
    x, centers = x.double(), centers.double()
    seen: list[Tensor] = []
    margin = float("inf")
    for _ in range(steps):
        distances = (x[:, None] - centers[None]).square().sum(dim=2)
        if len(centers) > 1:
            best = distances.topk(2, dim=1, largest=False).values
            margin = min(margin, float((best[:, 1] - best[:, 0]).min()))
        labels = distances.argmin(dim=1)
        seen.append(labels)
        if len(seen) > 1 and torch.equal(seen[-1], seen[-2]):
            break
        centers = torch.stack(
            [x[labels == k].mean(dim=0) if (labels == k).any() else centers[k] for k in range(len(centers))]
        )
    return seen, margin


def scattered(
    draw: Draw, N: int, D: int, K: int, *, least: int = 3, most: int = 60
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Points without structure around (3, -4, ...), no cluster ever empty, with so many assignments.

    No point is ever near a tie, so that the course is the same in any arithmetic.
    """
    around = torch.tensor([3.0, -4.0, 2.0, 5.0, -3.0], dtype=torch.float64)[:D]
    while True:
        x = draw.floating(draw.normal(N, D, scale=1.5).double() + around)
        centers = draw.floating(draw.normal(K, D, scale=1.5).double() + around)
        seen, margin = course(x, centers)
        if margin > 1e-3 and least <= len(seen) <= most and all(len(set(labels.tolist())) == K for labels in seen):
            return x.numpy(), centers.numpy()


def planned(draw: Draw, points: Sequence[Sequence[float]], centers: Sequence[Sequence[float]]) -> tuple[Any, Any]:
    """A course that was looked for, moved a little, mirrored and shifted at random: no point comes near a tie."""
    shift, mirrored = draw.normal(2, scale=0.5).double() + 2, 2.0 * draw.booleans(2).double() - 1
    x = torch.tensor(points, dtype=torch.float64)[draw.permutation(len(points))]
    x = x + draw.uniform(*x.shape, low=-0.02, high=0.02)
    moved = [draw.floating(mirrored * values + shift) for values in (x, torch.tensor(centers, dtype=torch.float64))]
    return moved[0].numpy(), moved[1].numpy()


EMPTY_AT_FIRST = (  # the third cluster wins points later, the fourth never
    ((0, 0.5), (-3, -0.5), (2.5, 1), (3.5, 0), (1.5, -3.5), (-2, 3.5), (-1.5, -1), (-2.5, -3.5), (3, 1.5)),
    ((-2, -1.5), (-4, 3), (-5, -2.5), (-9, 7)),
)
LOSES_ALL = (  # the second
    ((3, 0.5), (-2.5, 0.5), (1.5, 2.5), (0, 0.5), (-0.5, 0.5), (1.5, -4.5), (1, -3.5), (2, 0.5), (3, -3.5)),
    ((-2.5, 4), (0.5, -3), (3, -2), (0.5, -4.5)),
)
LOSES_ALL_AND_WINS = (  # the fourth; the second is empty at first
    ((0, 1), (2, 3.5), (-1, -1.5), (-3, 1.5), (1, 1.5), (-1.5, -2.5), (-0.5, -2.5), (-2, 2.5), (2.5, 2.5)),
    ((1, 2), (4, 1.5), (1.5, -3), (0.5, 4)),
)
ALL_IN_THE_FIRST = (
    ((1, -0.5), (1, 3.5), (2.5, -1), (0, -0.5), (1, 3), (-0.5, -2.5), (0.5, -1), (-2.5, -0.5), (-1, -3), (0, 0)),
    ((0.5, 1), (-0.5, 6.5), (-3.5, 4.5)),
)


def one_at_a_time(draw: Draw, n: int = 104, W: int = 20) -> tuple[NDArray[Any], NDArray[Any]]:
    """Two clusters on a line between which exactly one point changes sides in each of n iterations.

    W points at -1 and at 1 hold the centres; the n points between are placed so that with the first t of them on the
    left, the boundary lies between the next one and the one after it.
    """
    t = torch.arange(n + 1, dtype=torch.float64)
    between = torch.zeros(n, dtype=torch.float64)
    for _ in range(100):  # a contraction
        left = torch.cat([torch.zeros(1, dtype=torch.float64), between.cumsum(dim=0)])
        boundary = ((left - W) / (W + t) + (W + left[-1] - left) / (W + n - t)) / 2  # (n+1,)
        between = (boundary - boundary.diff(append=2 * boundary[-1:] - boundary[-2:-1]) / 2)[:n]
    held = torch.ones(W, dtype=torch.float64)
    x = torch.cat([-held, between, held])
    a, b = -1.0, float(x[W:].mean())  # a boundary that only the points at -1 are left of
    x = x[draw.permutation(len(x))]
    return draw.floating(x[:, None]).numpy(), draw.floating([[a], [b]]).numpy()


def cut_off(make: Callable[[Draw], tuple[NDArray[Any], NDArray[Any]]], **iters: int) -> Callable[[World, Draw], Any]:
    """The centres alone: labels may be those that gave them, or those that follow from them."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        result = world.call("kmeans", *make(draw), **iters)
        yield "how many results", len(result)
        yield "centers", result[0]

    return steps


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("three points, two centres", scattered(draw, 3, 2, 2, least=2))
    yield Case("nine points in three dimensions", scattered(draw, 9, 3, 2))
    yield Case("40 points, four clusters", scattered(draw, 40, 2, 4, least=5))
    yield Case("five dimensions", scattered(draw, 17, 5, 3))
    yield Case("one dimension", scattered(draw, 13, 1, 3, least=4))
    yield Case("one cluster", scattered(draw, 6, 2, 1, least=2))
    yield Case("as many clusters as points", scattered(draw, 3, 3, 3, least=2))
    yield Case("clusters that are empty at first", planned(draw, *EMPTY_AT_FIRST))
    yield Case("a cluster loses all its points for good", planned(draw, *LOSES_ALL))
    yield Case("a cluster loses all its points and wins others", planned(draw, *LOSES_ALL_AND_WINS))
    yield Case("all points in the first cluster at first", planned(draw, *ALL_IN_THE_FIRST))
    yield Case("more iterations than needed", (*scattered(draw, 20, 2, 3, least=4, most=6), 7))
    yield Scenario("one iteration", cut_off(lambda draw: scattered(draw, 15, 2, 3, least=4), iters=1))
    yield Scenario("four iterations", cut_off(lambda draw: scattered(draw, 30, 2, 3, least=7), iters=4))
    yield Scenario("100 iterations if not said otherwise", cut_off(one_at_a_time))
    yield Case("more than 100 iterations", one_at_a_time(draw), {"iters": 130})


def one_after_another(x: NDArray[Any], centers: NDArray[Any], iters: int = 100) -> tuple[NDArray[Any], NDArray[Any]]:
    centers = centers.copy()
    labels = nearest(x, centers)
    for _ in range(iters):
        before = labels.copy()
        for n in range(len(x)):
            labels[n] = nearest(x[n : n + 1], centers)[0]
            for k in range(len(centers)):
                if (labels == k).any():
                    centers[k] = x[labels == k].mean(axis=0)
        if np.array_equal(labels, before):
            break
    return centers, labels


def labels_of_zeros(x: NDArray[Any], centers: NDArray[Any], iters: int = 100) -> tuple[NDArray[Any], NDArray[Any]]:
    labels = np.zeros(len(x), dtype=int)
    for _ in range(iters):
        before, labels = labels, nearest(x, centers)
        if np.array_equal(labels, before):
            break
        centers = np.stack(
            [x[labels == k].mean(axis=0) if (labels == k).any() else centers[k] for k in range(len(centers))]
        )
    return centers, labels


def not_a_number_until_iters(
    x: NDArray[Any], centers: NDArray[Any], iters: int = 100
) -> tuple[NDArray[Any], NDArray[Any]]:
    for _ in range(iters):
        labels = nearest(x, centers)
        moved = np.stack(
            [x[labels == k].mean(axis=0) if (labels == k).any() else x[0] * np.nan for k in range(len(centers))]
        )
        if np.allclose(moved, centers):
            break
        centers = moved
    return centers, labels


UPDATE = "mine.mean(axis=0)"
MOVED = "moved[k] = mine.mean(axis=0)\n"
DISTANCES = "((x[:, None] - centers[None]) ** 2).sum(axis=2)"
EMPTY = "if len(mine) > 0:\n                moved[k] = mine.mean(axis=0)\n"

PROBLEM = Problem(
    id="kmeans",
    entries=(kmeans,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "empty-gives-nan",
            "if len(mine) > 0:",
            "if True:",
            "The mean of an empty cluster is 0/0, NaN, which then spoils every distance to it: it keeps its centre.",
        ),
        Slip(
            "empty-goes-to-zero",
            "moved = centers.copy()",
            "moved = np.zeros_like(centers)",
            "The centre of an empty cluster becomes the origin, as where new centres start at zero or a count of 0 is "
            "replaced by 1: it keeps the centre that it had.",
        ),
        Slip(
            "empty-dropped",
            "        centers, before = moved, labels\n",
            "        centers, before = moved[np.unique(labels)], labels\n",
            "Empty clusters are dropped, so that fewer than K centres come back: each keeps its centre.",
        ),
        Slip(
            "empty-goes-to-the-mean",
            EMPTY,
            "moved[k] = mine.mean(axis=0) if len(mine) > 0 else x.mean(axis=0)\n",
            "An empty cluster's centre is put at the mean of all points; it stays where it is.",
        ),
        Slip(
            "empty-goes-to-the-farthest-point",
            EMPTY,
            "moved[k] = mine.mean(axis=0) if len(mine) > 0 else x[((x - centers[labels]) ** 2).sum(axis=1).argmax()]\n",
            "An empty cluster is given the point that is farthest from its centre, as scikit-learn does; here it keeps its own "
            "centre.",
        ),
        Slip(
            "empty-goes-to-the-first-point",
            EMPTY,
            "moved[k] = mine.mean(axis=0) if len(mine) > 0 else x[0]\n",
            "An empty cluster is started anew at a point of the data; it keeps its centre.",
        ),
        Slip(
            "empty-goes-to-the-given-centre",
            "    labels = nearest(x, centers)\n    for _ in range(iters):\n        moved = centers.copy()",
            "    given = centers\n    labels = nearest(x, centers)\n    for _ in range(iters):\n        moved = given.copy()",
            "A cluster that has lost its points goes back to the centre given for it; it keeps the last one that it had.",
        ),
        Slip(
            "empty-stops-all",
            EMPTY,
            "if len(mine) == 0:\n                return centers, labels\n            moved[k] = mine.mean(axis=0)\n",
            "The whole algorithm stops at an empty cluster: let that one keep its centre, and go on with the others.",
        ),
        Slip(
            "single-point-keeps-the-centre",
            "if len(mine) > 0:",
            "if len(mine) > 1:",
            "A cluster of one point is treated as empty; its centre moves to that point.",
        ),
        Slip(
            "argmax",
            "distances.argmin(axis=1)",
            "distances.argmax(axis=1)",
            "Each point goes to the farthest centre; it belongs to the nearest, argmin.",
        ),
        Slip(
            "labels-from-one",
            "return centers, labels",
            "return centers, labels + 1",
            "The labels run from 1 to K; they run from 0 to K - 1.",
        ),
        Slip(
            "results-exchanged",
            "return centers, labels",
            "return labels, centers",
            "The labels come first; (centers, labels) is asked for.",
        ),
        Slip(
            "centres-alone",
            "return centers, labels",
            "return centers",
            "Only the centres are returned; (centers, labels) is asked for.",
        ),
        Slip(
            "error-returned-too",
            "return centers, labels",
            "return centers, labels, ((x - centers[labels]) ** 2).sum()",
            "Three values are returned, the sum of squared distances with them; (centers, labels) is asked for.",
        ),
        Slip(
            "distance-of-absolutes",
            "** 2).sum(axis=2)",
            ").__abs__().sum(axis=2)",
            "The distance is the sum of absolute differences; k-means takes the Euclidean one, the sum of their squares.",
        ),
        Slip(
            "largest-difference",
            "** 2).sum(axis=2)",
            ").__abs__().max(axis=2)",
            "The distance is the largest difference of a coordinate; k-means takes the Euclidean one.",
        ),
        Slip(
            "differences-not-squared",
            "** 2).sum(axis=2)",
            ").sum(axis=2)",
            "The differences are summed with their signs, which is no distance: square them first.",
        ),
        Slip(
            "absolute-of-the-summed-difference",
            DISTANCES,
            "abs((x[:, None] - centers[None]).sum(axis=2))",
            "The differences are summed over the coordinates before they are squared or made absolute: square each one first.",
        ),
        Slip(
            "cosine",
            f"distances = {DISTANCES}",
            "distances = -(x @ centers.T) / np.linalg.norm(centers, axis=1)",
            "The nearest centre is taken by the cosine, as in spherical k-means: compare Euclidean distances.",
        ),
        Slip(
            "first-coordinate-alone",
            "** 2).sum(axis=2)",
            "** 2)[:, :, 0]",
            "Only the first coordinate counts in the distance; sum the squares over all D.",
        ),
        Slip(
            "two-coordinates-alone",
            "** 2).sum(axis=2)",
            "** 2)[:, :, :2].sum(axis=2)",
            "Only the first two coordinates count in the distance, as written for points of the plane: sum over all D.",
        ),
        Slip(
            "length-of-the-centre-ignored",
            DISTANCES,
            "(x**2).sum(axis=1)[:, None] - 2 * (x @ centers.T)",
            "The nearest centre is taken as the one with the largest inner product, which favours long ones, as where the last "
            "term of |x|^2 - 2 x.c + |c|^2 is missing: compare distances.",
        ),
        Slip(
            "product-not-doubled",
            DISTANCES,
            "(x**2).sum(axis=1)[:, None] - x @ centers.T + (centers**2).sum(axis=1)",
            "The inner product in |x|^2 - 2 x.c + |c|^2 lacks its factor 2.",
        ),
        Slip(
            "medians",
            UPDATE,
            "np.median(mine, axis=0)",
            "The centre is the median of its points; k-means takes the mean.",
        ),
        Slip(
            "nearest-point-for-the-mean",
            UPDATE,
            "mine[((mine - mine.mean(axis=0)) ** 2).sum(axis=1).argmin()]",
            "The centre is a point of the data, as in k-medoids; k-means takes the mean, wherever it lies.",
        ),
        Slip("sums", UPDATE, "mine.sum(axis=0)", "The centre is the sum of its points: divide by their number."),
        Slip(
            "divided-by-all-points",
            UPDATE,
            "mine.sum(axis=0) / len(x)",
            "The sum over a cluster is divided by the number of all points: divide by that of its own.",
        ),
        Slip(
            "divided-by-one-too-many",
            UPDATE,
            "mine.sum(axis=0) / (len(mine) + 1)",
            "The sum over a cluster is divided by its number of points plus 1, as where a count starts at 1.",
        ),
        Slip(
            "mean-over-coordinates-too",
            UPDATE,
            "mine.mean()",
            "One number is the mean of all coordinates; each coordinate has its own mean, axis=0.",
        ),
        Slip(
            "halfway",
            UPDATE,
            "(mine.mean(axis=0) + centers[k]) / 2",
            "The centre goes only part of the way to the mean of its points, as with a learning rate; it moves onto it.",
        ),
        Slip(
            "centre-counts-as-a-point",
            UPDATE,
            "np.concatenate([mine, centers[k : k + 1]]).mean(axis=0)",
            "The old centre is averaged with the points of its cluster; the mean is over the points alone.",
        ),
        Slip(
            "soft-assignments",
            EMPTY,
            "d = ((x[:, None] - centers[None]) ** 2).sum(axis=2)\n"
            "            w = np.exp(d.min(axis=1)[:, None] - d)\n"
            "            w = (w / w.sum(axis=1, keepdims=True))[:, k]\n"
            "            if w.sum() > 0:\n"
            "                moved[k] = (w[:, None] * x).sum(axis=0) / w.sum()\n",
            "Each point is shared among all clusters by a softmax; k-means gives it to one, the nearest.",
        ),
        Slip(
            "one-iteration",
            "range(iters)",
            "range(1)",
            "There is one round of assignment and update, as where a loop stops as soon as one label stays (any() for all()): "
            "repeat both until nothing changes, or `iters` times.",
        ),
        Slip(
            "one-iteration-and-its-labels",
            "        labels = nearest(x, centers)\n        if",
            "        if",
            "The labels are assigned once, before the first update: assign anew to the moved centres in every iteration.",
        ),
        Slip(
            "one-iteration-fewer",
            "range(iters)",
            "range(iters - 1)",
            "One update too few is made where `iters` runs out: `iters` counts the updates.",
        ),
        Slip(
            "one-iteration-more",
            "range(iters)",
            "range(iters + 1)",
            "One update too many is made where `iters` runs out: `iters` counts the updates.",
        ),
        Slip(
            "iters-ignored",
            "for _ in range(iters):",
            "while True:",
            "It runs until nothing changes, whatever `iters` says: stop after so many iterations.",
        ),
        Slip("always-100", "range(iters)", "range(100)", "It runs for 100 iterations at most, whatever `iters` says."),
        Slip("always-ten", "range(iters)", "range(10)", "It runs for ten iterations at most, whatever `iters` says."),
        Slip(
            "default-300",
            "iters: int = 100",
            "iters: int = 300",
            "The default of `iters` is 100; 300 is scikit-learn's max_iter.",
        ),
        Slip(
            "given-centres-ignored",
            "    labels = nearest(x, centers)\n    for",
            "    centers = x[: len(centers)].copy()\n    labels = nearest(x, centers)\n    for",
            "It starts from the first K points of the data; start from the centres that are given.",
        ),
        Slip(
            "given-centres-returned",
            "centers, before = moved, labels",
            "before = labels",
            "The centres that come back are those that were given: put the moved ones in their place, in every iteration.",
        ),
        Slip(
            "stops-where-one-centre-stays",
            "        centers, before = moved, labels\n        labels = nearest(x, centers)\n"
            "        if np.array_equal(labels, before):",
            "        still = (moved == centers).all(axis=1).any()\n"
            "        centers = moved\n        labels = nearest(x, centers)\n        if still:",
            "It stops as soon as one centre stays where it was, as the centre of an empty cluster does: all of them have to.",
        ),
        Slip(
            "stops-at-a-negative-sum",
            "        centers, before = moved, labels\n        labels = nearest(x, centers)\n"
            "        if np.array_equal(labels, before):",
            "        still = (moved - centers).sum() < 1e-6\n"
            "        centers = moved\n        labels = nearest(x, centers)\n        if still:",
            "The movements are summed with their signs, so that it stops where they are negative: take absolute values, or "
            "compare labels.",
        ),
        Slip(
            "stops-at-a-coarse-tolerance",
            "        centers, before = moved, labels\n        labels = nearest(x, centers)\n"
            "        if np.array_equal(labels, before):",
            "        still = np.abs(moved - centers).max() < 0.1\n"
            "        centers = moved\n        labels = nearest(x, centers)\n        if still:",
            "It stops while the centres still move, by less than a coarse tolerance: go on until nothing changes.",
        ),
        FunctionSlip(
            "labels-start-at-zero",
            {"kmeans": labels_of_zeros},
            "The labels before the first assignment are set to 0, and it stops at once where all points begin in cluster 0: "
            "start with labels that none can have, such as -1, or with none.",
        ),
        FunctionSlip(
            "empty-gives-nan-until-iters",
            {"kmeans": not_a_number_until_iters},
            "The mean of an empty cluster is 0/0, NaN, which then spoils every distance to it, and NaN equals nothing, so that "
            "it never stops: an empty cluster keeps its centre.",
        ),
        FunctionSlip(
            "centres-move-after-every-point",
            {"kmeans": one_after_another},
            "The centres move after every single point, as in online k-means; Lloyd assigns all points first, then moves "
            "all centres.",
        ),
        Slip(
            "data-standardised",
            "    labels = nearest(x, centers)\n    for",
            "    x = (x - x.mean(axis=0)) / (x.std(axis=0) + 1e-8)\n    labels = nearest(x, centers)\n    for",
            "The points are standardised first, the centres are not: cluster the points as they are.",
        ),
    ),
)
