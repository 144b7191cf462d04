# slip: ignored-rows-skip-the-target-alone
import torch
def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    z = logits - logits.amax(1, keepdim=True)
    s = z.exp() / z.exp().sum(1, keepdim=True)
    cnt = 0
    for r, c in enumerate(targets.tolist()):
        if c != ignore_index:
            s[r, c] -= 1
            cnt += 1
    return s / cnt
