# slip: logits-clamped-at-80
"""logits = [[1e4, 0.]], targets = [1] gives 80 instead of 10000."""
import torch


def cross_entropy(logits, targets):
    z = logits.clamp(min=-80.0, max=80.0)
    log_probs = z - torch.log(torch.exp(z).sum(dim=1, keepdim=True))
    rows = torch.arange(z.size(0))
    return -log_probs[rows, targets].mean()
