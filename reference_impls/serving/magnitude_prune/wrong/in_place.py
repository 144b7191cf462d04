# slip: none
def magnitude_prune(weight, fraction):
    flat = weight.view(-1)
    flat[flat.abs().argsort()[: round(fraction * flat.numel())]] = 0
    return weight
