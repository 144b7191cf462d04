# slip: ratio-is-kept
def random_masking(x, ratio, noise):
    B, L, D = x.shape
    k = round(L * ratio)
    order = noise.argsort(1)
    rank = order.argsort(1)
    return x.gather(1, order[:, :k, None].expand(-1, -1, D)), (rank >= k).to(x), rank
