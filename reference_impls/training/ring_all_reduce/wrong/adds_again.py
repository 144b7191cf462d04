# slip: added-in-the-all-gather
import numpy as np


def ring_all_reduce(buffers, send):
    P = len(buffers)
    c = [[x.copy() for x in np.array_split(b, P)] for b in buffers]
    for start in (0, 1):
        for s in range(P - 1):
            for r in range(P):
                i = (r + start - s) % P
                c[(r + 1) % P][i] = c[(r + 1) % P][i] + send(r, (r + 1) % P, c[r][i])
    return [np.concatenate(x) for x in c]
