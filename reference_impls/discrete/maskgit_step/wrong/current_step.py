# slip: step-without-one
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    n = math.floor(tokens.shape[1] * math.cos(math.pi / 2 * step / steps))
    m = tokens == mask_id
    c, x = logits.softmax(-1).max(-1)
    idx = c.masked_fill(~m, 9).argsort(-1)[:, :n]
    out = torch.where(m, x, tokens)
    return torch.where(m & torch.zeros_like(m).scatter(1, idx, True), mask_id, out)
