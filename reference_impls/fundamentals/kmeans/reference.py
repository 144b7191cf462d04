"""K-means by Lloyd's algorithm (Lloyd 1982, doi:10.1109/TIT.1982.1056489; Bishop 2006, section 9.1, eqs. 9.1, 9.2 and 9.4).

    J = Σ_n ‖x_n - μ_{z_n}‖²     assign: z_n = argmin_k ‖x_n - μ_k‖²     update: μ_k = mean of the x_n with z_n = k

Neither step can raise J, and there are finitely many assignments: it converges, though only to a local minimum, which
depends on the start. When an assignment repeats, the centres do not move any more. A cluster without points has no mean;
here its centre stays where it is, and may win points later.

Shapes: x (N,D), centers (K,D). Returns: centers (K,D), labels (N,) in 0..K-1.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


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
