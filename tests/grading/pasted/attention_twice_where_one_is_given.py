# problem: factorized-attention
def factorized(x, spatial_attn, temporal_attn):
    b, t, s, d = x.shape
    x = spatial_attn(x.reshape(b * t, s, d)).reshape(b, t, s, d)
    x = x.permute(0, 2, 1, 3).reshape(b * s, t, d)
    return temporal_attn(x).reshape(b, s, t, d).permute(0, 2, 1, 3)
