# slip: not-summed
import torch


def sequence_logprob(logits, labels, mask):
    lp = torch.log_softmax(logits[:, :-1], -1)
    return lp.gather(-1, labels[:, 1:, None]).squeeze(-1) * mask[:, 1:]
