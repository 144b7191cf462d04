import torch.nn.functional as F


def sequence_logprob(logits, labels, mask):
    nll = F.cross_entropy(logits[:, :-1].transpose(1, 2), labels[:, 1:], reduction="none")
    return -(nll * mask[:, 1:]).sum(1)
