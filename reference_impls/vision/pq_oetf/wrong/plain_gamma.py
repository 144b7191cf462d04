# slip: gamma-2.4
def pq_encode(nits):
    return (nits / 1e4) ** (1 / 2.4)
