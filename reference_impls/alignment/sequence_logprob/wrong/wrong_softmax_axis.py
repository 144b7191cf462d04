# slip: softmax-over-time
import torch


def sequence_logprob(logits, labels, mask):
    lp = torch.log_softmax(logits[:, :-1], 1)
    return (lp.gather(2, labels[:, 1:].unsqueeze(2)).squeeze(2) * mask[:, 1:]).sum(1)
