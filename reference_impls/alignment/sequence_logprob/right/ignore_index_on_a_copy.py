import torch
import torch.nn.functional as F


def sequence_logprob(logits, labels, mask):
    B, T = labels.shape
    targets = labels.clone()
    targets[mask == 0] = -100
    targets = targets[:, 1:].reshape(-1)
    flat = logits[:, :-1].reshape(-1, logits.size(-1))
    nll = F.cross_entropy(flat, targets, ignore_index=-100, reduction="none")
    return -nll.view(B, T - 1).sum(dim=1)
