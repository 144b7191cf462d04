# slip: token-0-ignored
import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    y = torch.where(response_mask.bool(), labels, torch.zeros_like(labels))[:, 1:]
    ce = F.cross_entropy(logits[:, :-1].flatten(0, 1), y.flatten(), ignore_index=0, reduction="sum")
    return ce / (y != 0).sum().clamp(min=1)
