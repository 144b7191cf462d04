# slip: mean-over-the-answer-or-nan
import torch


def sequence_logprob(logits, labels, mask):
    keep = mask[:, 1:].bool()
    lp = logits[:, :-1].log_softmax(-1).gather(-1, labels[:, 1:, None]).squeeze(-1)
    return torch.stack([row[k].mean() for row, k in zip(lp, keep)])
