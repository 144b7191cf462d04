# problem: attention-merge
# says: combine_states is graded as merge_attention
# says: your combine_states merges two parts: it is called for one part after the other
import torch


def combine_states(before, lse_before, after, lse_after):
    """Both may have seen no key."""
    top = torch.maximum(lse_before, lse_after)
    top = torch.where(top == float("-inf"), torch.zeros_like(top), top)
    weights = [(lse - top).exp() for lse in (lse_before, lse_after)]
    total = sum(weights)
    share = [(one / total.clamp(min=1e-30)).unsqueeze(-1) for one in weights]
    return before * share[0] + after * share[1], top + total.log()
