# slip: wraps-around
import torch


def sequence_logprob(logits, labels, mask):
    nxt = torch.roll(labels, shifts=-1, dims=1)
    m = torch.roll(mask, shifts=-1, dims=1)
    lp = logits.log_softmax(-1).gather(-1, nxt[..., None])[..., 0]
    return (lp * m).sum(-1)
