# slip: second-axis
# input: torch.randn(2, 3, 5), k=1 -> top-1 over the 3 positions, not over the vocabulary
import torch


def top_k_filter(logits, k):
    if k >= logits.shape[-1]:
        return logits.clone()
    squeeze = logits.dim() == 1
    x = logits.unsqueeze(0) if squeeze else logits
    k = min(k, x.shape[1])
    vals, idx = torch.topk(x, k, dim=1)
    res = torch.full_like(x, float("-inf")).scatter(1, idx, vals)
    return res.squeeze(0) if squeeze else res
