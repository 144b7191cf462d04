"""Ring all-reduce: reduce-scatter, then all-gather (Patarasuk & Yuan 2009, "Bandwidth optimal all-reduce algorithms for clusters
of workstations", J. Parallel Distrib. Comput. 69).

    reduce-scatter, s = 0 ... P-2:  rank r sends its sum of chunk r - s to rank r + 1, which adds its own
    all-gather,     s = 0 ... P-2:  rank r sends the finished chunk r + 1 - s to rank r + 1, which stores it      (all mod P)

A chunk travels once around the ring and collects all ranks: after P - 1 steps rank r holds the finished chunk r + 1. Another
round hands the finished chunks out. Each rank sends 2 (P-1)/P n numbers, nearly independent of P, in 2 (P-1) messages.

buffers: P arrays (n,), left as they are. send(src, dst, chunk) returns what arrives. Returns: P arrays (n,), each the sum.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def ring_all_reduce(buffers: list[Array], send: Callable[[int, int, Array], Array]) -> list[Array]:
    """What every rank holds in the end."""
    P = len(buffers)
    chunks = [[chunk.copy() for chunk in np.array_split(buffer, P)] for buffer in buffers]  # [rank][chunk]
    for s in range(P - 1):
        for r in range(P):
            i, right = (r - s) % P, (r + 1) % P
            chunks[right][i] += send(r, right, chunks[r][i])
    for s in range(P - 1):
        for r in range(P):
            i, right = (r + 1 - s) % P, (r + 1) % P
            chunks[right][i] = send(r, right, chunks[r][i])
    return [np.concatenate(of_rank) for of_rank in chunks]
