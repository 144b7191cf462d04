def along(x, attend, axis):
    x = x.movedim(axis, -2)
    return attend(x.reshape(-1, *x.shape[-2:])).reshape(x.shape).movedim(-2, axis)
def factorized_attention(x, attend):
    return along(along(x, attend, 2), attend, 1)
