# slip: none
import numpy as np
def ring_all_reduce(buffers, send):
    P = len(buffers)
    ch = [np.array_split(b, P) for b in buffers]
    for s in range(P-1):
        for r in range(P):
            k=(r-s)%P; ch[(r+1)%P][k] += send(r,(r+1)%P,ch[r][k])
    for s in range(P-1):
        for r in range(P):
            k=(r+1-s)%P; ch[(r+1)%P][k][:] = send(r,(r+1)%P,ch[r][k])
    return [np.concatenate(c) for c in ch]
