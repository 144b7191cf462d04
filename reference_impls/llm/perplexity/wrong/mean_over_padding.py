# slip: divided-by-all-tokens
import torch
import torch.nn.functional as F


def perplexity(logits, targets, ignore_index=-100):
    B, T, V = logits.shape
    losses = F.cross_entropy(logits.reshape(B * T, V), targets.reshape(-1), ignore_index=ignore_index, reduction="none")
    return losses.mean().exp()
