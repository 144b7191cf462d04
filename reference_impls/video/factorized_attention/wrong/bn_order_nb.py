# slip: batch-split-in-another-order
def factorized_attention(x, attend):
    """(n b) merged, split as (b n)"""
    B, Fr, N, D = x.shape
    y = attend(x.reshape(B * Fr, N, D)).reshape(B, Fr, N, D)
    y = attend(y.permute(2, 0, 1, 3).reshape(N * B, Fr, D))
    return y.reshape(B, N, Fr, D).transpose(1, 2)
