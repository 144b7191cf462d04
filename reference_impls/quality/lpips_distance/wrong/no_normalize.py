# slip: not-normalized
def lpips_distance(feats_x, feats_y, weights):
    d = 0
    for a, b, w in zip(feats_x, feats_y, weights):
        d = d + ((a - b) ** 2 * w[None, :, None, None]).sum(1).mean(dim=[1, 2])
    return d
