import torch


def unit(f):
    return f / (torch.einsum("bchw,bchw->bhw", f, f).sqrt()[:, None] + 1e-10)


def lpips_distance(feats_x, feats_y, weights):
    return sum(
        torch.einsum("c,bchw->b", w, (unit(a) - unit(b)).pow(2)) / (a.shape[2] * a.shape[3])
        for a, b, w in zip(feats_x, feats_y, weights)
    )
