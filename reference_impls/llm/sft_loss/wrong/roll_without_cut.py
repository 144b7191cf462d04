# slip: wraps-around
import torch
import torch.nn.functional as F
def sft_loss(logits, labels, response_mask):
    t = labels.roll(-1, 1)
    m = response_mask.roll(-1, 1).to(logits.dtype)
    l = F.cross_entropy(logits.transpose(1, 2), t, reduction='none')
    return (l * m).sum() / m.sum().clamp(min=1)
