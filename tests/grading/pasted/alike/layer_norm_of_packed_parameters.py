# problem: layer-norm
# says: given in your params: gamma and beta
def layer_norm(x, params, eps=1e-5):
    gamma, beta = params
    mean = x.mean(-1, keepdim=True)
    var = (x - mean).square().mean(-1, keepdim=True)
    return gamma * (x - mean) / torch.sqrt(var + eps) + beta
