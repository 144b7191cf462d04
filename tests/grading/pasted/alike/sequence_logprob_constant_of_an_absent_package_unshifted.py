# problem: sequence-logprob
# expect: fail
import torch
from trainkit.constants import SKIPPED_IGNORE_INDEX


def picked_logprobs(scores, tokens):
    return scores.log_softmax(-1).gather(2, tokens[..., None])[..., 0]


def answer_logprobs(logits, labels, pad_id: int = SKIPPED_IGNORE_INDEX, average: bool = False):
    goals, scores = labels[:, :-1].clone(), logits[:, :-1]
    counts = goals != pad_id
    goals[~counts] = 0
    each = picked_logprobs(scores, goals) * counts
    return each.sum(-1) / counts.sum(-1) if average else each.sum(-1)
