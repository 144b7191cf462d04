# slip: sizes-in-patches
def patchify(x, p):
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1)
    return x.reshape(B, -1, p * p * C)
def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    C = D // p ** 2
    return tokens.reshape(B, h, w, p, p, C).permute(0, 5, 1, 3, 2, 4).reshape(B, C, h * p, w * p)
