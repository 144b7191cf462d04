# slip: none
import torch


def cross_entropy(logits, targets):
    """The right number, without a graph."""
    return float((torch.logsumexp(logits, 1) - logits[torch.arange(len(logits)), targets]).mean())
