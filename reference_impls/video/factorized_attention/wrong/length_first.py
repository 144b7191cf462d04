# slip: time-length-first
# temporal step hands over (F, B*N, D), length first, so attend runs over the positions and the batch
# differs on: any x with B*N >= 2 (information flows between videos)
def factorized_attention(x, attend):
    B, F, N, D = x.shape
    y = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    y = y.permute(1, 0, 2, 3).reshape(F, B * N, D)   # time is the sequence axis
    y = attend(y)
    return y.reshape(F, B, N, D).permute(1, 0, 2, 3)
