# slip: each-stage-alone
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p, g, o = param_bytes, grad_bytes, optim_bytes
    if zero_stage == 1:
        o = o / gpus
    elif zero_stage == 2:
        g = g / gpus
    elif zero_stage == 3:
        p = p / gpus
    return params * (p + g + o)
