# slip: filled-with-minus-1e9
import torch
NEG = -1e9
def top_k_filter(logits, k):
    k = min(k, logits.shape[-1])
    t = logits.topk(k, -1)[0][..., -1:]
    return torch.where(logits < t, torch.full_like(logits, NEG), logits)
