# slip: arrival-ignored
import numpy as np


def ring_all_reduce(buffers, send):
    P = len(buffers)
    c = [[x.copy() for x in np.array_split(b, P)] for b in buffers]
    for s in range(P - 1):
        for r in range(P):
            i = (r - s) % P
            send(r, (r + 1) % P, c[r][i])
            c[(r + 1) % P][i] += c[r][i]
    for s in range(P - 1):
        for r in range(P):
            i = (r + 1 - s) % P
            send(r, (r + 1) % P, c[r][i])
            c[(r + 1) % P][i] = c[r][i]
    return [np.concatenate(x) for x in c]
