import torch


def autoregressive_nll(logits, tokens):
    B, L = tokens.shape
    nxt = tokens.roll(-1, 1)
    mask = torch.ones(B, L, dtype=logits.dtype)
    mask[:, -1] = 0
    rows, cols = torch.meshgrid(torch.arange(B), torch.arange(L), indexing="ij")
    nll = -torch.log_softmax(logits, -1)[rows, cols, nxt]
    return (nll * mask).sum() / mask.sum()
