# slip: mean-of-sequences-without-guard
import torch, torch.nn.functional as F


def perplexity(logits, targets, ignore_index=-100):
    return (
        torch.stack([F.cross_entropy(l, t, ignore_index=ignore_index) for l, t in zip(logits, targets)])
        .mean()
        .exp()
    )
