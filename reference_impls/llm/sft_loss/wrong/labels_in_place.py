# slip: none
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    labels[response_mask == 0] = -100
    y = labels[:, 1:]
    n = (y != -100).sum().clamp(min=1)
    return F.cross_entropy(logits[:, :-1].flatten(0, 1), y.flatten(), reduction="sum") / n
