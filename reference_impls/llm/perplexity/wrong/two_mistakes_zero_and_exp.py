# slip: ignored-read-as-0
import torch


def perplexity(logits, targets, ignore_index=-100):
    tgt = targets.clone()
    tgt[tgt == ignore_index] = 0
    z = logits.exp().sum(-1).log()
    chosen = logits.gather(-1, tgt.unsqueeze(-1)).squeeze(-1)
    return (z - chosen).mean().exp()
