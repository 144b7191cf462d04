import torch


class Lin:
    def __init__(self, w):
        self.w = w

    def __call__(self, x, y):
        x, y = x.movedim(1, -1).flatten(1, 2), y.movedim(1, -1).flatten(1, 2)
        x = x / (torch.linalg.vector_norm(x, dim=-1, keepdim=True) + 1e-10)
        y = y / (torch.linalg.vector_norm(y, dim=-1, keepdim=True) + 1e-10)
        return ((x - y).square() @ self.w).mean(-1)


def lpips_distance(feats_x, feats_y, weights):
    d = torch.zeros(feats_x[0].shape[0], dtype=feats_x[0].dtype)
    for w, x, y in zip(weights, feats_x, feats_y):
        d = d + Lin(w)(x, y)
    return d
