import torch


def patchify(x, p):
    patches = x.unfold(2, p, p).unfold(3, p, p)
    return patches.movedim(1, -1).flatten(3).flatten(1, 2)


def unpatchify(tokens, p, h, w):
    gh, gw = h // p, w // p
    z = tokens.unflatten(1, (gh, gw)).unflatten(-1, (p, p, -1))
    return torch.einsum("nhwpqc->nchpwq", z).reshape(len(tokens), -1, h, w)
