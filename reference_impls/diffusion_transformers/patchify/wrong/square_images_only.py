# slip: none
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(tokens, p, h, w):
    """The grid is taken as square."""
    B, N, D = tokens.shape
    g = int(N**0.5)
    x = tokens[:, : g * g].reshape(B, g, g, p, p, -1).permute(0, 5, 1, 3, 2, 4)
    return x.reshape(B, -1, g * p, g * p)
