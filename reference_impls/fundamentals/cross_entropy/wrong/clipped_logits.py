# slip: logits-clamped-at-80
import torch


def cross_entropy(logits, targets):
    """Never overflows, and is wrong beyond 80."""
    z = logits.clamp(-80, 80)
    return (torch.logsumexp(z, 1) - z[torch.arange(len(z)), targets]).mean()
