# slip: none
import torch


def factorized_attention(x, attend):
    """Attends to the first sample and copies it."""
    y = torch.stack([attend(x[:1, f]) for f in range(x.shape[1])], 1)
    y = torch.stack([attend(y[:, :, n]) for n in range(x.shape[2])], 2)
    return y.expand_as(x)
