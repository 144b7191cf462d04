# problem: perplexity
# says: your loss_mask is False where targets are ignore_index; there your labels are 0
import torch


def perplexity_of(logits, labels, loss_mask):
    """loss_mask is 1 at the tokens that are scored."""
    surprise = logits.logsumexp(dim=-1) - logits.gather(-1, labels[..., None]).squeeze(-1)
    return torch.exp((surprise * loss_mask).sum() / loss_mask.sum())
