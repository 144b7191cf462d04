# slip: own-chunk-sent
import numpy as np


def ring_all_reduce(buffers, send):
    P = len(buffers)
    own = [np.array_split(b, P) for b in buffers]
    c = [[x.copy() for x in parts] for parts in own]
    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r - s) % P] += send(r, (r + 1) % P, own[r][(r - s) % P])
    for s in range(P - 1):
        for r in range(P):
            c[(r + 1) % P][(r + 1 - s) % P] = send(r, (r + 1) % P, c[r][(r + 1 - s) % P])
    return [np.concatenate(x) for x in c]
