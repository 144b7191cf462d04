# problem: softmax
# says: row_softmax is graded as softmax
# not: TEMPERATURE
import torch

TEMPERATURE = 0.5


def row_softmax(scores, dim=-1):
    shifted = scores - scores.amax(dim=dim, keepdim=True)
    weights = shifted.exp()
    return weights / weights.sum(dim=dim, keepdim=True)


def sharpened(scores, temperature, dim=-1):
    return row_softmax(scores / temperature, dim=dim)
