# slip: no-shift
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    targets = labels.clone()
    targets[response_mask == 0] = -100
    n = (targets != -100).sum().clamp(min=1)
    return F.cross_entropy(logits.flatten(0, 1), targets.flatten(), reduction="sum") / n
