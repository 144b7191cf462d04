# expect: fail
# family: forged verdicts
# attempts: to hand out a result and go on writing into it from a thread while it is compared
# stopped by: process
import threading

import torch


def attention(q, k, v, mask=None):
    out, p = torch.zeros(*q.shape[:-1], v.shape[-1]), torch.zeros(*q.shape[:-1], k.shape[-2])

    def go_on():
        for number in range(200):
            out.fill_(number), p.fill_(number)

    threading.Thread(target=go_on, daemon=True).start()
    return out, p
