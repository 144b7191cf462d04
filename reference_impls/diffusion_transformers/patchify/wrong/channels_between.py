# slip: channels-between-row-and-column
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 1, 5).reshape(B, -1, p * p * C)
def unpatchify(tokens, p, h, w):
    B, N, D = tokens.shape
    C = D // p ** 2
    return tokens.reshape(B, h // p, w // p, p, C, p).permute(0, 4, 1, 3, 2, 5).reshape(B, C, h, w)
