# slip: mean-over-the-answer
import torch


def sequence_logprob(logits, labels, mask):
    lp = torch.log_softmax(logits[:, :-1], -1).gather(-1, labels[:, 1:, None]).squeeze(-1)
    m = mask[:, 1:]
    return (lp * m).sum(-1) / (m.sum(-1) + 1e-8)
