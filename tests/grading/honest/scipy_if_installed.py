# uses: SciPy, if there is one
import torch

try:
    from scipy import linalg, optimize, special, stats

    assert special.logsumexp([0.0, 0.0]) > 0.69 and linalg.norm([3.0, 4.0]) == 5.0
    assert abs(optimize.brentq(lambda x: x * x - 2, 0, 2) ** 2 - 2) < 1e-9 and stats.norm.cdf(0) == 0.5
except ImportError:
    special = None


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(torch.as_tensor(mask) == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
