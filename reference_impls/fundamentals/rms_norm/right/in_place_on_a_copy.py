import torch


def rms_norm(x, weight, eps=1e-6):
    ms = torch.mean(torch.square(x), dim=-1).unsqueeze(-1)
    y = x.clone()
    y /= torch.sqrt(ms + eps)
    y *= weight
    return y
