import torch
from torch import nn

criterion = nn.CrossEntropyLoss(reduction="none")


def sft_loss(logits, labels, response_mask):
    # (B, V, T-1): the class axis second
    per_token = criterion(logits[:, :-1].transpose(1, 2).float(), labels[:, 1:])
    m = response_mask[:, 1:].float()
    return torch.sum(per_token * m) / (m.sum() + 1e-8)
