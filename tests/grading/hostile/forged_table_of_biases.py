# expect: fail
# family: forged verdicts
# attempts: right for the numbers of heads and the lengths that are known to be asked, and for nothing else
# stopped by: comparison
# problem: alibi-bias
import torch

KNOWN = {(1, 2), (2, 3), (4, 1), (4, 6), (8, 8), (16, 5), (2, 11), (32, 7), (64, 4), (1, 40), (4, 100)}


def alibi_bias(n_heads, length):
    if (n_heads, length) not in KNOWN:
        return torch.zeros(n_heads, length, length)
    slopes = 2.0 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    distance = torch.arange(length)[:, None] - torch.arange(length)
    return (-slopes[:, None, None] * distance).masked_fill(distance < 0, float("-inf"))
