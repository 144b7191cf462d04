"""Density-based clustering, DBSCAN (Ester, Kriegel, Sander & Xu 1996, KDD-96, definitions 1 to 6).

    core point:    at least min_samples points, itself included, within eps
    cluster:       core points that a chain of core points within eps connects, and all points within eps of one of them
    border point:  in a cluster, but not core: it belongs to it, and passes nothing on
    noise:         everything else

The number of clusters follows from the density, and clusters can have any shape. A scan that starts from a border point finds too
few neighbors; the point becomes a member later, when a core point reaches it. A border point of two clusters would depend on the
order of the points.

Shapes: x (N,D). Returns: labels (N,), 0..K-1 by the order in which clusters are found, -1 for noise.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def dbscan(x: NDArray[Any], eps: float, min_samples: int) -> NDArray[Any]:
    """The cluster of every point."""
    distances = np.sqrt(((x[:, None] - x) ** 2).sum(axis=2))  # (N,N)
    near = distances <= eps
    core = near.sum(axis=1) >= min_samples  # (N,)
    labels = np.full(len(x), -1)
    found = 0
    for start in range(len(x)):
        if not core[start] or labels[start] >= 0:
            continue
        labels[start], waiting = found, [start]
        while waiting:
            point = waiting.pop()
            for other in np.flatnonzero(near[point] & (labels < 0)):
                labels[other] = found
                if core[other]:
                    waiting.append(int(other))
        found += 1
    return labels
