# slip: mean-returned
import numpy as np


def ring_all_reduce(buffers, send):
    P = len(buffers)
    c = [[x.copy() for x in np.array_split(b, P)] for b in buffers]
    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r - s) % P] += send(r, (r + 1) % P, c[r][(r - s) % P])
    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r + 1 - s) % P] = send(r, (r + 1) % P, c[r][(r + 1 - s) % P])
    return [np.concatenate(x) / P for x in c]
