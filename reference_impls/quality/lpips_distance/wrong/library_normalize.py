# slip: none
import torch.nn.functional as F


def lpips_distance(feats_x, feats_y, weights):
    d = 0
    for a, b, w in zip(feats_x, feats_y, weights):
        d = d + (w.view(1, -1, 1, 1) * (F.normalize(a, eps=1e-12) - F.normalize(b, eps=1e-12)) ** 2).sum(1).mean((1, 2))
    return d
