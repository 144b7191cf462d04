# slip: logits-clamped-before-sorting
import torch


def top_p_filter(logits, p):
    """Wrong for logits=[100., 300., 200.], p=0.9: after the clamp all three look equally likely and all are kept; right is [-inf, 300, -inf].
    Right for logits within +-80."""
    e = torch.exp(logits.double().clamp(-80, 80))
    probs = e / e.sum(dim=-1, keepdim=True)
    sp, idx = probs.sort(dim=-1, descending=True, stable=True)
    keep = (sp.cumsum(-1) - sp) < p
    keep[..., :1] = True
    mask = torch.zeros_like(keep).scatter(-1, idx, keep)
    return logits.masked_fill(~mask, float("-inf"))
