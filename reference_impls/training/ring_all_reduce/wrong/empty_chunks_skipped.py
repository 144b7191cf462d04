# slip: empty-chunks-not-sent
import numpy as np
def ring_all_reduce(buffers, send):
    P = len(buffers)
    ch = [[c.copy() for c in np.array_split(b, P)] for b in buffers]
    for s in range(P-1):
        recv = [((r+1)%P, (r-s)%P, send(r,(r+1)%P,ch[r][(r-s)%P])) for r in range(P) if ch[r][(r-s)%P].size]
        for d,k,v in recv: ch[d][k] = ch[d][k]+v
    for s in range(P-1):
        recv = [((r+1)%P, (r+1-s)%P, send(r,(r+1)%P,ch[r][(r+1-s)%P])) for r in range(P) if ch[r][(r+1-s)%P].size]
        for d,k,v in recv: ch[d][k] = v
    return [np.concatenate(c) for c in ch]
