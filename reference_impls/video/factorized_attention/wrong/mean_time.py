# slip: time-averaged
def factorized_attention(x, attend):
    B, F, N, D = x.shape
    x = attend(x.reshape(B*F, N, D)).reshape(B, F, N, D)
    return x.mean(1, keepdim=True).expand(B, F, N, D)
