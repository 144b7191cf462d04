# slip: not-shifted
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), tokens.reshape(-1))
