# slip: largest-noise-kept
def random_masking(x, ratio, noise):
    B, L, D = x.shape
    k = L - round(L * ratio)
    order = (-noise).argsort(1)
    rank = order.argsort(1)
    return x.gather(1, order[:, :k, None].expand(-1, -1, D)), (rank >= k).to(x), rank
