# slip: channels-taken-as-last-in-unpatchify
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(t, p, h, w):
    B, N, D = t.shape
    return t.reshape(B, h // p, w // p, p, p, -1).permute(0, 1, 3, 2, 4, 5).reshape(B, -1, h, w)
