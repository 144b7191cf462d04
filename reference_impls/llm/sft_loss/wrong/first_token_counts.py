# slip: first-token-predicted-by-itself
import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    lg = torch.cat([logits[:, :1], logits[:, :-1]], 1)
    m = response_mask.to(logits.dtype)
    nll = F.cross_entropy(lg.transpose(1, 2), labels, reduction="none")
    return (nll * m).sum() / m.sum().clamp(min=1)
