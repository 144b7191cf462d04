import torch
from torch import nn
ce = nn.CrossEntropyLoss(reduction="none")
def sft_loss(logits, labels, response_mask):
    shifted = torch.roll(labels, -1, 1)
    m = torch.roll(response_mask, -1, 1).float()
    m = torch.cat([m[:, :-1], torch.zeros_like(m[:, :1])], 1)
    l = ce(logits.flatten(0, 1).float(), shifted.flatten()).view_as(m)
    return (l * m).sum() / m.sum().clamp_min(1.0)
