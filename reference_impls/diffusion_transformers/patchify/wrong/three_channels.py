# slip: none
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(tokens, p, h, w):
    """Only for RGB."""
    x = tokens.reshape(-1, h // p, w // p, p, p, 3).permute(0, 5, 1, 3, 2, 4)
    return x.reshape(-1, 3, h, w)
