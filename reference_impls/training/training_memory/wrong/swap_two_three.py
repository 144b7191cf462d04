# slip: parameters-before-gradients
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    o = optim_bytes / gpus if zero_stage > 0 else optim_bytes
    p = param_bytes / gpus if zero_stage > 1 else param_bytes
    g = grad_bytes / gpus if zero_stage > 2 else grad_bytes
    return params * (p + g + o)
