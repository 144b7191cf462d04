import torch


class Hinge(torch.nn.Module):
    def __init__(self, margin):
        super().__init__()
        self.margin = margin

    def forward(self, near, far):
        return (near - far + self.margin).clamp_min(0.0)


def triplet_loss(a, p, n, margin=1.0):
    a, p, n = a.float(), p.float(), n.float()
    return Hinge(margin)((a - p).norm(dim=-1), (a - n).norm(dim=-1)).mean()
