import torch


def patchify(x, p):
    B, C, H, W = x.shape
    tokens = []
    for top in range(0, H, p):
        for left in range(0, W, p):
            patch = x[:, :, top : top + p, left : left + p]
            tokens.append(patch.permute(0, 2, 3, 1).reshape(B, -1))
    return torch.stack(tokens, dim=1)


def unpatchify(tokens, p, h, w):
    B, N, width = tokens.shape
    image = tokens.new_zeros(B, width // p**2, h, w)
    for n in range(N):
        i, j = divmod(n, w // p)
        patch = tokens[:, n].view(B, p, p, -1).permute(0, 3, 1, 2)
        image[:, :, i * p : (i + 1) * p, j * p : (j + 1) * p] = patch
    return image
