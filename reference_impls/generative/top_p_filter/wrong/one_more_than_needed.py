# slip: one-too-many
import torch


def top_p_filter(logits, p):
    idx = torch.argsort(logits, dim=-1, descending=True)
    probs = torch.softmax(torch.gather(logits, -1, idx), -1)
    remove = probs.cumsum(-1) - probs >= p  # already the mass before
    remove = torch.cat([torch.zeros_like(remove[..., :1]), remove[..., :-1]], dim=-1)
    return logits.masked_fill(torch.zeros_like(remove).scatter(-1, idx, remove), float("-inf"))
