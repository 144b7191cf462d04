# slip: 1e-10-in-the-log
import torch


def perplexity(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    p = logits.softmax(-1)[keep]
    return torch.exp(-torch.log(p[torch.arange(len(p)), targets[keep]] + 1e-10).mean())
