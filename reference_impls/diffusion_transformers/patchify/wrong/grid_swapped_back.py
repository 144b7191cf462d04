# slip: grid-swapped-back
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    return tokens.reshape(B, w // p, h // p, p, p, -1).permute(0, 5, 1, 3, 2, 4).reshape(B, -1, h, w)
