# slip: unsorted
import torch


def top_p_filter(logits, p):
    c = logits.softmax(-1).cumsum(-1)
    remove = c > p
    remove[..., 1:] = remove[..., :-1].clone()
    remove[..., 0] = False
    return logits.masked_fill(remove, float("-inf"))
