import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    """shift_logits and shift_labels, flattened, as the libraries of language models have it."""
    shift_logits = logits[..., :-1, :].contiguous()
    shift_labels = tokens[..., 1:].contiguous()
    return F.cross_entropy(shift_logits.view(-1, shift_logits.size(-1)), shift_labels.view(-1))
