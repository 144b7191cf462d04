# slip: penalty-added
import torch


def top_k_filter(logits, k):
    k = min(k, logits.shape[-1])
    keep = torch.zeros_like(logits).scatter(-1, logits.topk(k, -1).indices, 1.0)
    return logits + (1 - keep) * -10000.0
