# slip: mean-of-perplexities
import torch
import torch.nn.functional as F


def perplexity(logits, targets, ignore_index=-100):
    nll = F.cross_entropy(logits.transpose(1, 2), targets, ignore_index=ignore_index, reduction="none")
    n = (targets != ignore_index).sum(1).clamp(min=1)
    return torch.exp(nll.sum(1) / n).mean()
