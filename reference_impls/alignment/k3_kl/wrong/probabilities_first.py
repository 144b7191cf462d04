# slip: probabilities-divided
import torch


def k3_kl(logp, logp_ref):
    ratio = torch.exp(logp_ref) / torch.exp(logp)
    return ratio - torch.log(ratio) - 1
