# slip: gradient-past-attend
"""Values right. Wrong gradients: the first step gives none to the parameters of attend and passes to x as if it were the identity."""

import torch


def factorized_attention(x, attend):
    B, F, N, D = x.shape
    h = x.clone()
    for f in range(F):
        h.data[:, f] = attend(x[:, f])
    out = torch.stack([attend(h[:, :, n]) for n in range(N)], dim=2)
    return out
