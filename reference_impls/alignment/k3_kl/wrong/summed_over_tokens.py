# slip: sum-of-each-answer
import torch


def k3_kl(logp, logp_ref):
    d = logp_ref - logp
    return torch.stack([(row.exp() - row - 1).sum() for row in d])
