import torch


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    """Row by row with mean and rstd, as the fused kernels and llm.c-like code do."""
    C = x.shape[-1]
    inp, up = x.reshape(-1, C), dout.reshape(-1, C)
    dinp, dweight, dbias = torch.zeros_like(inp), torch.zeros_like(gamma), torch.zeros_like(gamma)
    for r in range(inp.shape[0]):
        mean = inp[r].sum() / C
        rstd = ((inp[r] - mean).pow(2).sum() / C + eps).rsqrt()
        norm = (inp[r] - mean) * rstd
        dnorm = gamma * up[r]
        dnorm_mean, dnorm_norm_mean = dnorm.sum() / C, (dnorm * norm).sum() / C
        dinp[r] = (dnorm - dnorm_mean - norm * dnorm_norm_mean) * rstd
        dweight += norm * up[r]
        dbias += up[r]
    return dinp.reshape(x.shape), dweight, dbias
