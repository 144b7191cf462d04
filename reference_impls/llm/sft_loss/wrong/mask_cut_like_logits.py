# slip: mask-not-shifted
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    x, y, m = logits[:, :-1], labels[:, 1:], response_mask[:, :-1].float()
    ce = F.cross_entropy(x.reshape(-1, x.size(-1)), y.reshape(-1), reduction="none").view_as(y)
    return (ce * m).sum() / m.sum().clamp_min(1)
