import torch


def entropy_from_logits(logits):
    z = logits - logits.amax(dim=-1, keepdim=True)
    w = z.exp()
    total = w.sum(dim=-1)
    return total.log() - torch.where(w == 0, torch.zeros_like(w), w * z).sum(dim=-1) / total
