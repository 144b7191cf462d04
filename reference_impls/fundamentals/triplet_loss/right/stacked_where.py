import torch


def triplet_loss(a, p, n, margin=1.0):
    others = torch.stack([p, n])
    near, far = (a.unsqueeze(0) - others).pow(2).sum(-1).sqrt()
    slack = far - near
    return torch.where(slack < margin, margin - slack, torch.zeros((), dtype=slack.dtype)).mean()
