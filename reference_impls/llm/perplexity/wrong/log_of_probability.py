# slip: log-of-softmax
import torch


def perplexity(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    probs = torch.softmax(logits[keep], dim=-1)
    picked = probs.gather(1, targets[keep][:, None])
    return torch.exp(-torch.log(picked).mean())
