# problem: sequence-logprob
# expect: fail
# says: your labels are -100 where mask is 0
import torch

IGNORE_INDEX = -100


def sequence_logprobs(logits, labels):
    loss_mask = labels != IGNORE_INDEX
    safe_labels = labels.masked_fill(~loss_mask, 0)
    logps = logits.log_softmax(-1).gather(2, safe_labels.unsqueeze(2)).squeeze(2)
    return (logps * loss_mask).sum(-1)
