# slip: probabilities-returned
import torch


def top_k_filter(logits, k):
    k = min(k, logits.shape[-1])
    v, i = torch.topk(logits, k, dim=-1)
    return torch.zeros_like(logits).scatter(-1, i, v.softmax(-1))
