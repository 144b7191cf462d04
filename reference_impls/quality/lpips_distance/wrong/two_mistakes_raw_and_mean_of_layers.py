# slip: not-normalized
import torch


def lpips_distance(feats_x, feats_y, weights):
    layers = [((x - y) ** 2 * w[:, None, None]).sum(1).mean((1, 2)) for x, y, w in zip(feats_x, feats_y, weights)]
    return torch.stack(layers).mean(0)
