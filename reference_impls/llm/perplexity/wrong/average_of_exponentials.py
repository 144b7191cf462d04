# slip: mean-of-exp
import torch
import torch.nn.functional as F


def perplexity(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    nll = F.cross_entropy(logits[keep], targets[keep], reduction="none")
    return torch.exp(nll).mean()
