# problem: attention
# expect: fail
from einops import rearrange


def scored(q, k, v, mask=None):
    columns = rearrange(k, "b m d -> b d m")
    rows = rearrange(q, "b n d -> b n d")
    scores = rows @ columns / q.shape[1] ** 0.5
    if mask is not None:
        scores = scores.masked_fill(~mask.bool(), float("-inf"))
    weights = scores.softmax(-1)
    return weights @ v, weights
