# slip: time-first
import torch


def factorized_attention(x, attend):
    x = torch.stack([attend(x[:, :, n]) for n in range(x.shape[2])], dim=2)
    return torch.stack([attend(x[:, f]) for f in range(x.shape[1])], dim=1)
