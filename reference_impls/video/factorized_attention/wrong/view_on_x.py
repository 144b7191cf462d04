# slip: view-of-x
import torch


def factorized_attention(x, attend):
    B, F, N, D = x.shape
    s = attend(x.view(B * F, N, D)).reshape(B, F, N, D)
    t = torch.swapaxes(s, 1, 2).reshape(B * N, F, D)
    return torch.swapaxes(attend(t).reshape(B, N, F, D), 1, 2)
