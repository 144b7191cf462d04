# slip: removed-set-to-zero
def random_masking(x, ratio, noise):
    k = x.shape[1] - round(x.shape[1] * ratio)
    rank = noise.argsort(1).argsort(1)
    mask = (rank >= k).to(x)
    return x * (1 - mask)[..., None], mask, rank
