# slip: crossing-dropped
import torch


def top_p_filter(logits, p):
    s, i = torch.sort(logits, descending=True)
    remove = torch.cumsum(torch.softmax(s, -1), -1) > p
    remove[..., 0] = False
    return logits.masked_fill(remove.scatter(-1, i, remove), float("-inf"))
