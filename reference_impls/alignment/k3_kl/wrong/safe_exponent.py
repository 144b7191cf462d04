# slip: difference-clamped-at-10
import torch


def k3_kl(logp, logp_ref):
    d = torch.clamp(logp_ref - logp, -10.0, 10.0)
    return torch.expm1(d) - d
