# slip: detached
import torch
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    return torch.tensor(F.cross_entropy(logits[:, :-1].transpose(1, 2), tokens[:, 1:]).item())
