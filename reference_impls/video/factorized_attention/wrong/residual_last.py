# slip: residual-at-the-end
def factorized_attention(x, attend):
    B, Fr, N, D = x.shape
    y = attend(x.reshape(B * Fr, N, D)).reshape(B, Fr, N, D)
    return x + attend(y.transpose(1, 2).reshape(B * N, Fr, D)).reshape(B, N, Fr, D).transpose(1, 2)
