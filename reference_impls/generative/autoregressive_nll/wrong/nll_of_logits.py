# slip: not-normalized
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    return F.nll_loss(logits[:, :-1].transpose(1, 2), tokens[:, 1:])
