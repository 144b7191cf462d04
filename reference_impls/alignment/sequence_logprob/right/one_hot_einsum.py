import torch
import torch.nn.functional as F


def sequence_logprob(logits, labels, mask):
    logp = F.log_softmax(logits, dim=-1)
    onehot = F.one_hot(labels, logits.shape[-1]).to(logp)
    return torch.einsum("btv,btv,bt->b", logp[:, :-1], onehot[:, 1:], mask[:, 1:].to(logp))
