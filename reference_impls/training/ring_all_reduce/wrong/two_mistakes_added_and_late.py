# slip: added-in-the-all-gather
import numpy as np


def ring_all_reduce(buffers, send):
    P = len(buffers)
    c = [[a.copy() for a in np.array_split(b, P)] for b in buffers]
    for phase in (1, 1):
        for s in range(P - 1):
            got = [send(r, (r + 1) % P, c[r][(r + phase - s) % P]) for r in range(P)]
            for r in range(P):
                k = (r + phase - s) % P
                c[(r + 1) % P][k] = c[(r + 1) % P][k] + got[r]
    return [np.concatenate(x) for x in c]
