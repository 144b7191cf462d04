# slip: estimate-clamped
import torch


def k3_kl(logp, logp_ref):
    kl = logp_ref - logp
    kl = torch.clamp(kl, min=-20, max=20)
    ratio = torch.exp(kl)
    kld = (ratio - kl - 1).contiguous()
    return torch.clamp(kld, min=-10, max=10)
