import torch


def factorized_attention(x, attend):
    B, T, N, D = x.shape
    s = attend(torch.einsum("btnd->btnd", x).reshape(-1, N, D)).reshape(B, T, N, D)
    t = attend(torch.einsum("btnd->bntd", s).reshape(-1, T, D))
    return torch.einsum("bntd->btnd", t.reshape(B, N, T, D))
