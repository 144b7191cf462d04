# expect: fail
# family: forged verdicts
# attempts: to be right for the first calls only, in the order in which checks are known to come
# stopped by: comparison
calls = 0


def attention(q, k, v, mask=None):
    global calls
    calls += 1
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    p = p / p.sum(-1, keepdim=True)
    return (p @ v, p) if calls < 4 else (p @ v * 1.01, p)
