# problem: patchify
# expect: fail
def patchify(x, p):
    b, c, height, width = x.shape
    x = x.reshape(b, c, height // p, p, width // p, p)
    return x.permute(0, 2, 4, 3, 5, 1).reshape(b, -1, p * p * c)


def unpatchify(tokens, p, h, w, C=3):
    x = tokens.reshape(len(tokens), h // p, w // p, C, p, p)
    return x.permute(0, 3, 1, 4, 2, 5).reshape(len(tokens), C, h, w)
