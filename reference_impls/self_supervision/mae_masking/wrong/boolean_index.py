# slip: kept-in-patch-order
def random_masking(x, ratio, noise):
    B, L, D = x.shape
    k = L - round(L * ratio)
    rank = noise.argsort(1).argsort(1)
    keep = rank < k
    return x[keep].view(B, k, D), (~keep).to(x), rank
