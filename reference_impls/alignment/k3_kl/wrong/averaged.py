# slip: mean
import torch


def k3_kl(logp, logp_ref):
    d = logp_ref - logp
    kl = torch.exp(d) - d - 1
    return kl.mean()
