# slip: none
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    n = math.floor(tokens.shape[1] * math.cos(math.pi / 2 * (step + 1) / steps))
    m = tokens == mask_id
    p = logits.softmax(-1)
    x = torch.multinomial(p.flatten(0, 1), 1).view(tokens.shape)
    c = p.gather(-1, x[..., None])[..., 0]
    idx = c.masked_fill(~m, 9).argsort(-1)[:, :n]
    return torch.where(m, x, tokens).scatter(1, idx, mask_id)
