# slip: root-of-the-sum
import torch


def lpips_distance(feats_x, feats_y, weights):
    layers = []
    for a, b, w in zip(feats_x, feats_y, weights):
        a = a / (a.norm(dim=1, keepdim=True) + 1e-10)
        b = b / (b.norm(dim=1, keepdim=True) + 1e-10)
        layers.append(((a - b) ** 2 * w.view(1, -1, 1, 1)).sum(1).mean((1, 2)))
    return torch.sqrt(sum(layers) / len(layers))
