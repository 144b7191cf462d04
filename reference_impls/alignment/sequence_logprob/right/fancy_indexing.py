import torch


def sequence_logprob(logits, labels, mask):
    where = mask[:, 1:].nonzero()
    b, t = where[:, 0], where[:, 1]
    logp = torch.log_softmax(logits[b, t], -1)[torch.arange(len(b)), labels[b, t + 1]]
    return torch.zeros(len(labels), dtype=logits.dtype).index_add(0, b, logp)
