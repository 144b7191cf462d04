# slip: visible-positions-masked-again
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    L = tokens.shape[1]
    n = math.floor(L * (1 - (step + 1) / steps))
    conf, pred = logits.softmax(-1).max(-1)
    new = torch.where(tokens == mask_id, pred, tokens)
    low = conf.argsort(1)[:, :n]
    return new.scatter(1, low, mask_id)
