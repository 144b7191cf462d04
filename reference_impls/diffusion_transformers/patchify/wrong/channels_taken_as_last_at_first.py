# slip: channels-taken-as-last-in-patchify
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, H // p, p, W // p, p, C).transpose(2, 3).reshape(B, -1, p * p * C)


def unpatchify(t, p, h, w):
    B, N, D = t.shape
    return t.reshape(B, h // p, w // p, p, p, -1).permute(0, 5, 1, 3, 2, 4).reshape(B, -1, h, w)
