# slip: no-shift-but-the-first-left-out
# no shift: position t is scored on token t itself
# differs on: any random logits
import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    B, T, V = logits.shape
    mask = response_mask.float().clone()
    mask[:, 0] = 0
    ce = F.cross_entropy(logits.reshape(-1, V), labels.reshape(-1), reduction='none').view(B, T)
    return (ce * mask).sum() / mask.sum().clamp(min=1)
