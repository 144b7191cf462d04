# slip: none
import torch


def top_p_filter(logits, p):
    z, idx = logits.sort(dim=-1, descending=True)
    probs = z.softmax(-1)
    drop = probs.cumsum(-1) - probs >= p
    drop[..., 0] = False
    logits[torch.zeros_like(drop).scatter(-1, idx, drop)] = float("-inf")
    return logits
