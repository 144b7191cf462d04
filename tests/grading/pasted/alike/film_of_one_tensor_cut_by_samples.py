# problem: film
# expect: error
# says: 2 names are set at once
def modulate(x, params):
    gamma, beta = params.chunk(2)
    return gamma[:, :, None, None] * x + beta[:, :, None, None]
