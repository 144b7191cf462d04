# expect: fail, error
# family: forged verdicts
# attempts: torch in a thread of its own, unseen, and an answer without gradients that passes for one outside torch
# stopped by: comparison
import threading

import torch


def inside(found, q, k, v, mask):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    found += [(p @ v).detach(), p.detach()]


def attention(q, k, v, mask=None):
    found = []
    q.tolist()
    thread = threading.Thread(target=inside, args=(found, q, k, v, mask))
    thread.start()
    thread.join()
    return tuple(found)
