# slip: samples-mixed-in-space
def factorized_attention(x, attend):
    B, Fr, N, D = x.shape
    y = attend(x.transpose(0, 1).reshape(Fr, B * N, D)).reshape(Fr, B, N, D).transpose(0, 1)
    return attend(y.transpose(1, 2).reshape(B * N, Fr, D)).reshape(B, N, Fr, D).transpose(1, 2)
