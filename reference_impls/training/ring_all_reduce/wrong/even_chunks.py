# slip: rest-in-the-last-chunk
import numpy as np


def ring_all_reduce(buffers, send):
    P = len(buffers)
    k = len(buffers[0]) // P
    c = [[b[i * k : (i + 1) * k if i < P - 1 else None].copy() for i in range(P)] for b in buffers]
    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r - s) % P] += send(r, (r + 1) % P, c[r][(r - s) % P])
    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r + 1 - s) % P] = send(r, (r + 1) % P, c[r][(r + 1 - s) % P])
    return [np.concatenate(x) for x in c]
