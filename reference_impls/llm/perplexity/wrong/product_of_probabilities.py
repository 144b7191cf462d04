# slip: none
import torch


def perplexity(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    p = logits[keep].softmax(-1)[torch.arange(int(keep.sum())), targets[keep]]
    return p.prod() ** (-1.0 / p.numel())
