# slip: kept-by-rank
def random_masking(x, ratio, noise):
    B, L, D = x.shape
    k = L - round(L * ratio)
    rank = noise.argsort(1).argsort(1)
    return x.gather(1, rank[:, :k, None].expand(-1, -1, D)), (rank >= k).to(x), rank
