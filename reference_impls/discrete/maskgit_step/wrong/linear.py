# slip: linear-schedule
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    n = int(tokens.shape[1] * (1 - (step + 1) / steps))
    m = tokens == mask_id
    c, x = logits.softmax(-1).max(-1)
    idx = c.masked_fill(~m, 9).argsort(-1)[:, :n]
    return torch.where(m, x, tokens).scatter(1, idx, mask_id)
