# slip: no-shift
import torch


def sequence_logprob(logits, labels, mask):
    logits, labels, mask = logits[:, 1:], labels[:, 1:], mask[:, 1:]
    logp = logits.log_softmax(-1).gather(-1, labels[..., None])[..., 0]
    return (logp * mask).sum(-1)
