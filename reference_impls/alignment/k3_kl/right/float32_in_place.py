import torch


def k3_kl(logp, logp_ref):
    d = torch.sub(logp_ref.float(), logp.float())
    out = d.neg()
    out += torch.exp(d)
    out -= 1
    return out
