# slip: entry-0-always-kept
import torch


def top_p_filter(logits, p):
    """Wrong for logits=[0., 5., 1.], p=0.5: returns [0, 5, -inf], right is [-inf, 5, -inf]. Right when token 0 belongs to the set."""
    sorted_logits, order = logits.sort(dim=-1, descending=True)
    probs = sorted_logits.softmax(dim=-1)
    cum = probs.cumsum(dim=-1)
    keep_sorted = (cum - probs) < p
    keep = torch.zeros_like(keep_sorted)
    keep.scatter_(-1, order, keep_sorted)
    keep[..., 0] = True
    return torch.where(keep, logits, torch.tensor(float("-inf"), dtype=logits.dtype))
