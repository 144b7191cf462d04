# problem: perplexity
# expect: fail
# says: Your code divides by the number of all tokens, ignored ones included.
import torch


def perplexity_of(logits, labels, mask=None):
    surprise = logits.logsumexp(dim=-1) - logits.gather(-1, labels[..., None]).squeeze(-1)
    if mask is not None:
        surprise = surprise * mask
    return torch.exp(surprise.mean())
