# slip: divided-by-the-whole-mask
import torch


def sequence_logprob(logits, labels, mask):
    lp = torch.log_softmax(logits[:, :-1], -1).gather(-1, labels[:, 1:, None]).squeeze(-1)
    return (lp * mask[:, 1:]).sum(-1) / mask.sum(-1).clamp(min=1)
