# slip: sends-to-the-left
import numpy as np
def ring_all_reduce(buffers, send):
    P = len(buffers)
    ch = [[c.copy() for c in np.array_split(b, P)] for b in buffers]
    for s in range(P - 1):
        got = [(r, (r - s) % P, send(r, (r - 1) % P, ch[r][(r - s) % P])) for r in range(P)]
        for r, c, data in got:
            ch[(r - 1) % P][c] = ch[(r - 1) % P][c] + data
    for s in range(P - 1):
        got = [(r, (r + 1 - s) % P, send(r, (r - 1) % P, ch[r][(r + 1 - s) % P])) for r in range(P)]
        for r, c, data in got:
            ch[(r - 1) % P][c] = data
    return [np.concatenate(c) for c in ch]
