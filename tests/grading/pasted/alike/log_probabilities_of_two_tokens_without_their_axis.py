# problem: sequence-logprob
# expect: fail
import torch
def sequence_logprob(logits, labels, mask):
    lp = logits[:, :-1].log_softmax(-1).gather(-1, labels[:, 1:, None]).squeeze()
    return (lp * mask[:, 1:]).sum(-1)
