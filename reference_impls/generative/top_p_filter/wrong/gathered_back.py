# slip: gathered-instead-of-scattered
import torch


def top_p_filter(logits, p):
    order = logits.argsort(dim=-1, descending=True)
    probs = logits.softmax(-1).gather(-1, order)
    remove = (probs.cumsum(-1) - probs) >= p
    remove[..., 0] = False
    remove = torch.take_along_dim(remove, order, dim=-1)
    return logits.masked_fill(remove, float("-inf"))
