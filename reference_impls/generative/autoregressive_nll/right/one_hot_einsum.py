import torch
import torch.nn.functional as F


def autoregressive_nll(logits, tokens):
    V = logits.size(-1)
    target = F.one_hot(tokens[:, 1:], V).to(logits.dtype)
    logp = logits[:, :-1] - torch.logsumexp(logits[:, :-1], dim=-1, keepdim=True)
    return -torch.einsum("blv,blv->bl", target, logp).mean()
