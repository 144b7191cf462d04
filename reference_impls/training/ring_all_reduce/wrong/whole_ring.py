# slip: whole-buffers-around-the-ring
def ring_all_reduce(buffers, send):
    P = len(buffers)
    total = [b.copy() for b in buffers]
    token = [b.copy() for b in buffers]
    for _ in range(P - 1):
        new = [None] * P
        for r in range(P):
            new[(r + 1) % P] = send(r, (r + 1) % P, token[r])
        token = new
        for r in range(P):
            total[r] = total[r] + token[r]
    return total
