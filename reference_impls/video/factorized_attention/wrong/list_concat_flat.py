# slip: swap-by-view
import torch


def factorized_attention(x, attend):
    y = torch.cat([attend(x[:, f]) for f in range(x.shape[1])], dim=1)
    y = y.reshape(x.shape[0], x.shape[2], x.shape[1], -1)
    return torch.stack([attend(y[:, n]) for n in range(x.shape[2])], dim=2)
