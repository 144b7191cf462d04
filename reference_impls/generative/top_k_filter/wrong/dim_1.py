# slip: over-axis-1
import torch


def top_k_filter(logits, k):
    k = min(k, logits.shape[-1])
    threshold, _ = torch.topk(logits, k, dim=1)
    threshold = threshold[:, -1:]
    return torch.where(logits >= threshold, logits, torch.tensor(float("-inf"), dtype=logits.dtype))
