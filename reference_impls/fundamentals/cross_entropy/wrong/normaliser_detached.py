# slip: normaliser-detached
import torch


def cross_entropy(logits, targets):
    lse = torch.logsumexp(logits.detach(), -1)
    return (lse - logits.gather(1, targets[:, None])[:, 0]).mean()
