import torch


@torch.no_grad()
def top_k_filter(logits, k):
    """k times the largest of what is left."""
    out = torch.full_like(logits, float("-inf"))
    left = logits.clone()
    for _ in range(min(k, logits.shape[-1])):
        i = left.argmax(-1, keepdim=True)
        out.scatter_(-1, i, logits.gather(-1, i))
        left.scatter_(-1, i, float("-inf"))
    return out
