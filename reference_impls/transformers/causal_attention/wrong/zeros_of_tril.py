# slip: zero-scores-hidden
# input: a zero key (or query) vector, e.g. k[:, :, 0] = 0: the first row gives nan, later rows ignore that key
import math
import torch


def causal_attention(q, k, v):
    T, S = q.shape[2], k.shape[2]
    scores = torch.einsum("bhtd,bhsd->bhts", q, k) / math.sqrt(q.shape[3])
    scores = torch.tril(scores, diagonal=S - T)
    scores = scores.masked_fill(scores == 0, float("-inf"))
    return torch.einsum("bhts,bhse->bhte", scores.softmax(dim=-1), v)
