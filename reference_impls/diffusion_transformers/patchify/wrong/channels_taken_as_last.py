# slip: channels-taken-as-last
def patchify(x, p):
    """Wrong for C > 1, e.g. x = arange(8).view(1, 2, 2, 2), p=2: gives 0..7, right is [0, 4, 1, 5, 2, 6, 3, 7]. Right for C = 1."""
    B, C, H, W = x.shape
    x = x.reshape(B, H // p, p, W // p, p, C)
    x = x.permute(0, 1, 3, 2, 4, 5)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    C = D // (p * p)
    x = tokens.reshape(B, h // p, w // p, p, p, C)
    x = x.permute(0, 1, 3, 2, 4, 5)
    return x.reshape(B, C, h, w)
