# expect: fail, error
# family: forged verdicts
# attempts: several guesses in turn, where what is asked next would tell which of them was right
# stopped by: comparison
import torch

GUESSES = [lambda s: s, lambda s: s / 2, lambda s: s / s.shape[-1], lambda s: s * 2]
STATE = {"guess": 0, "asked": None}


def attention(q, k, v, mask=None):
    same = STATE["asked"] == (q.shape, q.dtype is torch.float64)
    if STATE["asked"] is not None and not same and q.dtype is not torch.float64:
        STATE["guess"] += STATE["asked"][1] is False
    STATE["asked"] = (q.shape, q.dtype is torch.float64)
    scores = GUESSES[STATE["guess"] % 4](q @ k.mT)
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
