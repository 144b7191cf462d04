# slip: none
import torch
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    labels = torch.cat([tokens[:, 1:], torch.zeros_like(tokens[:, :1])], dim=1)
    return F.cross_entropy(logits.transpose(1, 2), labels)
