import torch


def _perm(c, h, w, p):
    idx = torch.arange(c * h * w).view(c, h // p, p, w // p, p)
    return idx.permute(1, 3, 2, 4, 0).reshape(-1)
def patchify(x, p):
    b, c, h, w = x.shape
    return x.flatten(1)[:, _perm(c, h, w, p)].view(b, -1, p * p * c)
def unpatchify(tokens, p, h, w):
    b, _, d = tokens.shape
    c = d // (p * p)
    inv = torch.argsort(_perm(c, h, w, p))
    return tokens.reshape(b, -1)[:, inv].view(b, c, h, w)
