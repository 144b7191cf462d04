# slip: summed-over-the-sequence
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    return F.cross_entropy(logits[:, :-1].transpose(1, 2), tokens[:, 1:], reduction="none").sum(1).mean()
