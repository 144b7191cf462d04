# slip: channels-and-columns-first
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 4, 2, 1, 3, 5).reshape(B, -1, C * p * p)
def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    C = D // p ** 2
    return tokens.reshape(B, w // p, h // p, C, p, p).permute(0, 3, 2, 4, 1, 5).reshape(B, C, h, w)
