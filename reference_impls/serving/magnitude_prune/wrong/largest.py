# slip: largest-pruned
def magnitude_prune(weight, fraction):
    out = weight.clone().reshape(-1)
    out[out.abs().topk(round(fraction * out.numel())).indices] = 0
    return out.reshape(weight.shape)
