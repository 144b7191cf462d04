# slip: none
import torch


def entropy_from_logits(logits):
    logp = torch.log_softmax(logits, dim=-1)
    return (logp.exp() * logp).sum(-1)
