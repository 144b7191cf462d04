import torch


def masked_diffusion_loss(logits, x0, masked, t):
    B, L = x0.shape
    total = 0 * logits.nan_to_num(0, 0, 0).sum()
    for b in range(B):
        for l in range(L):
            if masked[b, l]:
                z = logits[b, l]
                total = total + (torch.logsumexp(z, 0) - z[x0[b, l]]) / t[b]
    return total / (B * L)
