# slip: sign-not-dropped
def magnitude_prune(weight, fraction):
    out = weight.clone().reshape(-1)
    out[out.argsort()[: round(fraction * out.numel())]] = 0
    return out.reshape(weight.shape)
