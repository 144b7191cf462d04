# slip: not-shifted-and-cut
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    return F.cross_entropy(logits[:, :-1].reshape(-1, logits.shape[-1]), tokens[:, :-1].reshape(-1))
