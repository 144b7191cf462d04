# slip: samples-mixed-in-time
def factorized_attention(x, attend):
    B, F, N, D = x.shape
    x = attend(x.reshape(B*F, N, D)).reshape(B, F, N, D)
    y = attend(x.permute(2, 1, 0, 3).reshape(N, F*B, D))
    return y.reshape(N, F, B, D).permute(2, 1, 0, 3)
