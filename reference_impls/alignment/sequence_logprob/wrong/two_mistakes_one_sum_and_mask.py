# slip: none
import torch


def sequence_logprob(logits, labels, mask):
    lp = torch.log_softmax(logits[:, :-1], -1)
    lp = lp.gather(2, labels[:, 1:, None])[..., 0]
    return (lp * mask[:, :-1]).sum().expand(labels.shape[0])
