# problem: patchify
# expect: fail
def patchify(x, p):
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p)
    return x.permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(tokens, p, size):
    w = size[0]
    h = size[1]
    x = tokens.reshape(len(tokens), w // p, h // p, p, p, -1)
    return x.permute(0, 5, 1, 3, 2, 4).reshape(len(tokens), -1, h, w)
