# slip: k-above-v-raises
import torch


def top_k_filter(logits, k):
    values, idx = logits.topk(k, dim=-1)
    out = torch.full(logits.shape, float("-inf"), dtype=logits.dtype)
    return out.scatter(-1, idx, values)
