# slip: none
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    """Assumes that all responses start where the first one does."""
    start = int(response_mask[0].argmax()) or 1
    x = logits[:, start - 1 : -1]
    y = labels[:, start:]
    m = response_mask[:, start:].to(x.dtype)
    nll = F.cross_entropy(x.flatten(0, 1), y.flatten(), reduction="none").view_as(m)
    return (nll * m).sum() / m.sum().clamp(min=1)
