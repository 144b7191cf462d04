import torch


def k3_kl(logp, logp_ref):
    # exp lies above its tangent at 0; written with sinh, which is exact near 0: exp(d) - 1 = 2 exp(d/2) sinh(d/2)
    half = (logp_ref - logp) / 2
    return 2 * torch.exp(half) * torch.sinh(half) - 2 * half
