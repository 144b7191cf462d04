# slip: reshape-only
def patchify(x, p):
    return x.reshape(x.shape[0], -1, p * p * x.shape[1])


def unpatchify(tokens, p, h, w):
    return tokens.reshape(len(tokens), tokens.shape[-1] // p**2, h, w)
