# slip: parameters-gathered
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    n = gpus
    if zero_stage == 3:
        return params * (param_bytes + (param_bytes + grad_bytes + optim_bytes) / n)
    g = grad_bytes / n if zero_stage == 2 else grad_bytes
    o = optim_bytes / n if zero_stage else optim_bytes
    return params * (param_bytes + g + o)
