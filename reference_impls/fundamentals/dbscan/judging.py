"""How answers to `dbscan` are judged."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from reference_impls.fundamentals.dbscan.reference import dbscan
from reference_impls.problem import Draw, Observation, Problem, Scenario, World

ENTRY = "dbscan"

Points = tuple[Tensor, float, int]


def clear(x: Tensor, eps: float, min_samples: int) -> bool:
    """Whether no distance is near eps, and no border point is reached by two clusters."""
    distances = torch.cdist(x.double(), x.double(), compute_mode="donot_use_mm_for_euclid_dist")
    if bool(((distances - eps).abs() < 2e-3 * eps).any()):
        return False
    near = distances <= eps
    core = near.sum(dim=1) >= min_samples
    labels = torch.as_tensor(dbscan(x.double().numpy(), eps, min_samples))
    reached = [set(labels[near[i] & core].tolist()) for i in range(len(x))]
    return all(len(found) <= 1 for found in reached)


def kinds(x: Tensor, eps: float, min_samples: int) -> tuple[int, int, int]:
    """How many clusters, border points and noise points there are."""
    distances = torch.cdist(x.double(), x.double())
    core = (distances <= eps).sum(dim=1) >= min_samples
    labels = torch.as_tensor(dbscan(x.double().numpy(), eps, min_samples))
    return len(set(labels[labels >= 0].tolist())), int(((labels >= 0) & ~core).sum()), int((labels < 0).sum())


def blobs(
    draw: Draw, N: int, D: int, eps: float, min_samples: int, *, clusters: int, border: int = 1, noise: int = 1
) -> Points:
    """Points around some centers and a few anywhere, with at least so many clusters, border and noise points."""
    while True:
        centers = 2.5 * draw.normal(clusters, D).double()
        around = centers[draw.integers(0, clusters, N)] + 0.5 * draw.normal(N, D).double()
        anywhere = 2.5 * draw.normal(N, D).double()
        x = draw.floating(torch.where(draw.booleans(N, 1, p=0.2), anywhere, around))
        if clear(x, eps, min_samples):
            found = kinds(x, eps, min_samples)
            if found[0] >= clusters and found[1] >= border and found[2] >= noise:
                return x, eps, min_samples


def on_a_line(draw: Draw, places: Sequence[float], eps: float, min_samples: int) -> Points:
    """Points along a random direction, in random order, shifted."""
    angle = torch.tensor(draw.real(0.3, 1.2), dtype=torch.float64)
    direction = torch.stack([angle.cos(), angle.sin()])
    along = torch.tensor(places, dtype=torch.float64)[draw.permutation(len(places))]
    return draw.floating(along[:, None] * direction + draw.normal(2).double()), eps, min_samples


def chain(draw: Draw) -> Points:
    """A long chain, whose ends are border points, and a point apart."""
    return on_a_line(draw, [*(0.8 * i for i in range(9)), 12.0], 1.0, 3)


def long_chain(draw: Draw) -> Points:
    """So long that clusters found in several places grow together, however they are numbered."""
    return on_a_line(draw, [0.8 * i for i in range(24)], 1.0, 3)


def thin_chain(draw: Draw) -> Points:
    """Six points in a row, of which none has four neighbors."""
    return on_a_line(draw, [0.8 * i for i in range(6)], 1.0, 4)


def bridge(draw: Draw) -> Points:
    """Two clusters between which lie two border points that are near one another."""
    left = [0.0, 0.3, 0.6, 0.9]
    return on_a_line(draw, [*left, 1.8, 2.7, *(3.6 + place for place in left)], 1.0, 4)


def border_first(draw: Draw) -> Points:
    """The first points are border points, found to be noise at first by a scan in order."""
    x, eps, _ = on_a_line(draw, [0.0], 1.0, 4)
    places = [-0.8, 1.5, 0.0, 0.2, 0.4, 0.7, 9.0]
    offsets = torch.tensor([[place, 0.02 * i] for i, place in enumerate(places)], dtype=torch.float64)
    return draw.floating(x.double() + offsets), eps, 4


def lattice(draw: Draw) -> Points:
    """Integer points, so that some are at exactly eps = 5: (3, 4) steps, and straight ones."""
    steps = torch.tensor([[0, 0], [3, 4], [6, 8], [11, 8], [14, 12], [30, 0], [30, 5], [33, 9], [-20, 40]])
    moved = steps + draw.integers(-9, 10, 2)
    return draw.floating(moved[draw.permutation(len(steps))]), 5.0, 3


def grid(draw: Draw) -> Points:
    """Three by three integer points, each at exactly eps = 1 from the next, and one apart."""
    steps = torch.tensor([*([i, j] for i in range(3) for j in range(3)), [9, 9]])
    moved = steps + draw.integers(-9, 10, 2)
    return draw.floating(moved[draw.permutation(len(steps))]), 1.0, 3


def pairs(draw: Draw) -> Points:
    """Two and two points, and one alone."""
    return on_a_line(draw, [0.0, 0.6, 5.0, 5.7, 11.0], 1.0, 2)


def scattered(draw: Draw) -> Points:
    """No two points within eps."""
    return on_a_line(draw, [2.0 * i for i in range(6)], 1.0, 2)


def each_its_own(draw: Draw) -> Points:
    """With min_samples 1 there is no noise."""
    x, eps, _ = pairs(draw)
    return x, eps, 1


def coinciding(draw: Draw) -> Points:
    """The same point three times, and two others."""
    return on_a_line(draw, [1.0, 1.0, 1.0, 1.6, 4.0], 1.0, 4)


def one_point(draw: Draw) -> Points:
    return draw.normal(1, 3), 0.5, 2


def by_first_member(labels: Sequence[int]) -> list[int]:
    """Clusters numbered by their first points, so that any numbering compares equal."""
    order: dict[int, int] = {}
    return [-1 if label == -1 else order.setdefault(label, len(order)) for label in labels]


def clustered(name: str, make: Callable[[Draw], Points]) -> Scenario:
    """The clustering, up to the names of the clusters."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        x, eps, min_samples = make(draw)
        result: Any = torch.as_tensor(world.call(ENTRY, x.numpy(), eps, min_samples))
        yield "the shape", list(result.shape)
        labels = [int(label) for label in result.flatten()]
        yield "the labels, clusters numbered by their first points", by_first_member(labels)
        yield "the labels in use", sorted(set(labels))

    return Scenario(name, steps)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield clustered("two pairs and a point", pairs)
    yield clustered("a chain", chain)
    yield clustered("two clusters, 14 points", lambda draw: blobs(draw, 14, 2, 1.0, 3, clusters=2))
    yield clustered("a bridge of border points", bridge)
    yield clustered("a chain without core points", thin_chain)
    yield clustered("border points come first", border_first)
    yield clustered("points at exactly eps", lattice)
    yield clustered("a grid with steps of exactly eps", grid)
    yield clustered("three clusters, 30 points", lambda draw: blobs(draw, 30, 2, 0.9, 4, clusters=3))
    yield clustered("five features", lambda draw: blobs(draw, 20, 5, 1.6, 4, clusters=2))
    yield clustered("one feature", lambda draw: blobs(draw, 13, 1, 0.4, 3, clusters=2, border=0))
    yield clustered("nothing but noise", scattered)
    yield clustered("min_samples 1", each_its_own)
    yield clustered("points that coincide", coinciding)
    yield clustered("a long chain", long_chain)
    yield clustered("one point", one_point)
    yield clustered("three features", lambda draw: blobs(draw, 24, 3, 1.2, 5, clusters=2, border=2, noise=2))


PROBLEM = Problem(id="dbscan", entries=(dbscan,), cases=cases, grad=False)
