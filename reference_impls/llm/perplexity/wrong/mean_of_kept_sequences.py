# slip: mean-of-perplexities-of-what-is-kept
import torch
import torch.nn.functional as F


def perplexity(logits, targets, ignore_index=-100):
    return (
        torch.stack(
            [
                F.cross_entropy(z, y, ignore_index=ignore_index)
                for z, y in zip(logits, targets)
                if (y != ignore_index).any()
            ]
        )
        .exp()
        .mean()
    )
