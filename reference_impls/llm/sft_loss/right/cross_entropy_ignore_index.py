import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    targets = labels[:, 1:].masked_fill(response_mask[:, 1:] == 0, -100)
    total = F.cross_entropy(
        logits[:, :-1].reshape(-1, logits.size(-1)),
        targets.reshape(-1),
        ignore_index=-100,
        reduction="sum",
    )
    return total / max(int((targets != -100).sum()), 1)
