# slip: eps-left-out
def lpips_distance(feats_x, feats_y, weights):
    d = 0
    for a, b, w in zip(feats_x, feats_y, weights):
        a = a / a.pow(2).sum(1, keepdim=True).sqrt()
        b = b / b.pow(2).sum(1, keepdim=True).sqrt()
        d = d + (w.view(1, -1, 1, 1) * (a - b) ** 2).sum(1).mean((1, 2))
    return d
