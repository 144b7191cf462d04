# slip: softmax-overflows
import torch

def entropy_from_logits(logits):
    e = logits.exp()
    total = e.sum(dim=-1, keepdim=True)
    finite = logits.masked_fill(torch.isneginf(logits), 0.0)
    mean_logit = ((e / total) * finite).sum(dim=-1)
    return total.squeeze(-1).log() - mean_logit
