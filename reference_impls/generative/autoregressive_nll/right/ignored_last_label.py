import torch
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    labels = torch.cat([tokens[:, 1:], torch.full_like(tokens[:, :1], -100)], dim=1)
    return F.cross_entropy(logits.transpose(1, 2), labels, ignore_index=-100)
