# slip: through-rank-0
def ring_all_reduce(buffers, send):
    acc = buffers[0].copy()
    for r, b in enumerate(buffers[1:], start=1):
        acc = acc + send(r, 0, b)
    return [acc] + [send(0, r, acc) for r in range(1, len(buffers))]
