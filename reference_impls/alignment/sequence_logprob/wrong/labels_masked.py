# slip: labels-times-mask
import torch


def sequence_logprob(logits, labels, mask):
    y = (labels * mask.long())[:, 1:]
    lp = torch.log_softmax(logits[:, :-1], dim=-1).gather(-1, y[..., None]).squeeze(-1)
    return lp.sum(-1)
