# slip: normalized-over-the-layer
def lpips_distance(feats_x, feats_y, weights):
    d = 0
    for a, b, w in zip(feats_x, feats_y, weights):
        a = a / (a.flatten(1).norm(dim=1).view(-1, 1, 1, 1) + 1e-10)
        b = b / (b.flatten(1).norm(dim=1).view(-1, 1, 1, 1) + 1e-10)
        d = d + (w.view(1, -1, 1, 1) * (a - b) ** 2).sum(1).mean((1, 2))
    return d
