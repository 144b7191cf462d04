# slip: none
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p = param_bytes / gpus if zero_stage >= 1 else param_bytes
    o = optim_bytes / gpus if zero_stage >= 3 else optim_bytes
    return params * (p + o)
