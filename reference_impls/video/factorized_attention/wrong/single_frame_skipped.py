# slip: one-frame-left-alone
"""F = 1 with an attend that changes a single token (value projection, e.g. lambda y: 2 * y): applied once instead of twice."""
def factorized_attention(x, attend):
    B, F, N, D = x.shape
    out = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    if F > 1:
        out = out.transpose(1, 2).reshape(B * N, F, D)
        out = attend(out)
        out = out.reshape(B, N, F, D).transpose(1, 2)
    return out
