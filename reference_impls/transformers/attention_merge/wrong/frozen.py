# slip: none
import torch


def merge_attention(outs, lses):
    with torch.no_grad():
        w, lse = lses.softmax(0), lses.logsumexp(0)
    return (w[..., None] * outs).sum(0), lse
