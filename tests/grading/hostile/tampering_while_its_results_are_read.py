# expect: fail
# family: tampering
# attempts: to change its arguments after it has answered, when its results are taken one by one
# stopped by: comparison
import torch


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    if mask is not None:
        scores = scores.masked_fill(torch.as_tensor(mask) == 0, float("-inf"))
    weights = scores.softmax(-1)
    yield weights @ v
    yield weights
    with torch.no_grad():
        v.data[..., :1] = 0
