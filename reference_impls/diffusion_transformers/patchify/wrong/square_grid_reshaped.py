# slip: square-grid-if-it-can-be-reshaped
def patchify(x, p):
    B, C, H, W = x.shape
    return x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1).reshape(B, -1, p * p * C)


def unpatchify(t, p, h, w):
    B, N, D = t.shape
    s = int(N**0.5)
    a, b = (s, s) if s * s == N else (h // p, w // p)
    return t.reshape(B, a, b, p, p, -1).permute(0, 5, 1, 3, 2, 4).reshape(B, -1, h, w)
