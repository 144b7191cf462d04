# slip: eps-in-the-root
def lpips_distance(feats_x, feats_y, weights):
    d = 0
    for a, b, w in zip(feats_x, feats_y, weights):
        a = a / ((a * a).sum(1, keepdim=True) + 1e-10) ** 0.5
        b = b / ((b * b).sum(1, keepdim=True) + 1e-10) ** 0.5
        d = d + (w.view(1, -1, 1, 1) * (a - b) ** 2).sum(1).mean((1, 2))
    return d
