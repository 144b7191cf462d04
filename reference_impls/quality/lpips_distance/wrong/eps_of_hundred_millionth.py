# slip: eps-of-1e-8
import torch


def lpips_distance(feats_x, feats_y, weights):
    total = 0
    for a, b, w in zip(feats_x, feats_y, weights):
        a = a / (torch.linalg.vector_norm(a, dim=1, keepdim=True) + 1e-8)
        b = b / (torch.linalg.vector_norm(b, dim=1, keepdim=True) + 1e-8)
        total = total + torch.einsum("bchw,c->bhw", (a - b) ** 2, w).mean((1, 2))
    return total
