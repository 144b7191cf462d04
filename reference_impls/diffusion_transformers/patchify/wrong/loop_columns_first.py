# slip: columns-first
import torch


def patchify(x, p):
    _, _, H, W = x.shape
    cells = [(i, j) for j in range(0, W, p) for i in range(0, H, p)]
    return torch.stack([x[:, :, i : i + p, j : j + p].movedim(1, 3).flatten(1) for i, j in cells], 1)


def unpatchify(tokens, p, h, w):
    cells = [(i, j) for j in range(0, w, p) for i in range(0, h, p)]
    image = torch.zeros(len(tokens), tokens.shape[-1] // p**2, h, w, dtype=tokens.dtype)
    for n, (i, j) in enumerate(cells):
        image[:, :, i : i + p, j : j + p] = tokens[:, n].view(len(tokens), p, p, -1).movedim(3, 1)
    return image
