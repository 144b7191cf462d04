import torch


def factorized_attention(x, attend):
    out = torch.zeros_like(x)
    B, F, N, _ = x.shape
    for b in range(B):
        for f in range(F):
            out[b, f] = attend(x[b, f].unsqueeze(0)).squeeze(0)
    out2 = torch.zeros_like(x)
    for b in range(B):
        for n in range(N):
            out2[b, :, n] = attend(out[b, :, n][None])[0]
    return out2
