# slip: absolute-difference
def lpips_distance(feats_x, feats_y, weights):
    d = 0
    for a, b, w in zip(feats_x, feats_y, weights):
        a = a / (a.norm(dim=1, keepdim=True) + 1e-10)
        b = b / (b.norm(dim=1, keepdim=True) + 1e-10)
        d = d + (w.view(1, -1, 1, 1) * (a - b).abs()).sum(1).mean((1, 2))
    return d / len(weights)
