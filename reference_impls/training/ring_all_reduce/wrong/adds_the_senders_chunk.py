# slip: arrival-ignored-in-the-reduce-scatter
import numpy as np

def ring_all_reduce(buffers, send):
    P = len(buffers)
    parts = [[c.copy() for c in np.array_split(b, P)] for b in buffers]
    for s in range(P - 1):
        got = [send(r, (r + 1) % P, parts[r][(r - s) % P]) for r in range(P)]
        for r in range(P):
            c = (r - s) % P
            parts[(r + 1) % P][c] = parts[(r + 1) % P][c] + parts[r][c]
    for s in range(P - 1):
        got = [send(r, (r + 1) % P, parts[r][(r + 1 - s) % P]) for r in range(P)]
        for r in range(P):
            parts[(r + 1) % P][(r + 1 - s) % P] = got[r]
    return [np.concatenate(p) for p in parts]
