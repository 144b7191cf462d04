import torch


def autoregressive_nll(logits, tokens):
    B, L, _ = logits.shape
    total = 0.0
    for b in range(B):
        for t in range(L - 1):
            z = logits[b, t]
            total = total + torch.logsumexp(z, 0) - z[tokens[b, t + 1]]
    return total / (B * (L - 1))
