# slip: none
import numpy as np


def ring_all_reduce(buffers, send):
    """Reduces chunk after chunk, so the sends are in no steps."""
    P = len(buffers)
    c = [[x.copy() for x in np.array_split(b, P)] for b in buffers]
    for i in range(P):
        for s in range(P - 1):
            r = (i + s) % P
            c[(r + 1) % P][i] += send(r, (r + 1) % P, c[r][i])
    for i in range(P):
        for s in range(P - 1):
            r = (i - 1 + s) % P
            c[(r + 1) % P][i] = send(r, (r + 1) % P, c[r][i])
    return [np.concatenate(x) for x in c]
