# slip: none
import torch
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    V = logits.shape[-1]
    loss = F.cross_entropy(logits.reshape(-1, V)[:-1], tokens.reshape(-1)[1:])
    return loss.exp()
