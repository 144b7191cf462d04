# slip: none
def magnitude_prune(weight, fraction):
    out = weight.clone().reshape(-1)
    out[out.abs().argsort()[round(fraction * out.numel()) :]] = 0
    return out.reshape(weight.shape)
