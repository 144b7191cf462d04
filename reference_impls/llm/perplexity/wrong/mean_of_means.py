# slip: mean-of-sequences
import torch


def perplexity(logits, targets, ignore_index=-100):
    means = []
    for z, y in zip(logits, targets):
        keep = y != ignore_index
        lp = z[keep].log_softmax(-1)
        nll = -lp[torch.arange(int(keep.sum())), y[keep]]
        means.append(nll.sum() / max(len(nll), 1))
    return torch.stack(means).mean().exp()
