# slip: no-maximum-and-one-alone
# input: logits = [1e4, 9999., 0.], p = 0.9: sums are NaN and the wrong set stays
import torch


def top_p_filter(logits, p):
    e = torch.exp(logits)
    probs = e / e.sum(-1, keepdim=True)
    srt, idx = torch.sort(probs, dim=-1, descending=True)
    before = torch.cumsum(srt, dim=-1) - srt
    keep_sorted = before < p
    keep_sorted[..., 0] = True
    keep = torch.zeros_like(keep_sorted)
    keep.scatter_(-1, idx, keep_sorted)
    return torch.where(keep, logits, torch.tensor(float("-inf"), dtype=logits.dtype))
