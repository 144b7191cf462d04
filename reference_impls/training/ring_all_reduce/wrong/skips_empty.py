# slip: none
import numpy as np


def ring_all_reduce(buffers, send):
    P = len(buffers)
    c = [[x.copy() for x in np.array_split(b, P)] for b in buffers]

    def move(r, i):
        return send(r, (r + 1) % P, c[r][i]) if c[r][i].size else c[r][i]

    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r - s) % P] += move(r, (r - s) % P)
    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r + 1 - s) % P] = move(r, (r + 1 - s) % P)
    return [np.concatenate(x) for x in c]
