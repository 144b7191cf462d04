# slip: none
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(tokens, p, h, w):
    """h and w are taken as the size of the grid."""
    x = tokens.reshape(tokens.shape[0], h, w, p, p, -1).permute(0, 5, 1, 3, 2, 4)
    return x.reshape(tokens.shape[0], -1, h * p, w * p)
