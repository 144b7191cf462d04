import torch


def k3_kl(logp, logp_ref):
    B, T = logp.shape
    out = []
    for b in range(B):
        for t in range(T):
            delta = logp[b, t] - logp_ref[b, t]
            out.append(delta + torch.expm1(-delta))
    return torch.stack(out).view(B, T)
