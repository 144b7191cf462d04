# slip: none
import torch


def top_k_filter(logits, k):
    k = min(k, logits.size(-1))
    indices_to_remove = logits < torch.topk(logits, k)[0][..., -1, None]
    logits[indices_to_remove] = -float("Inf")
    return logits
