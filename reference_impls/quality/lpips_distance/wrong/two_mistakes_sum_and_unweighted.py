# slip: weights-ignored
def lpips_distance(feats_x, feats_y, weights):
    d = 0
    for a, b in zip(feats_x, feats_y):
        a = a / (a.norm(dim=1, keepdim=True) + 1e-10)
        b = b / (b.norm(dim=1, keepdim=True) + 1e-10)
        d = d + ((a - b) ** 2).sum((1, 2, 3))
    return d
