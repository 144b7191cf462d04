# slip: none
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p, g, o = param_bytes, grad_bytes, optim_bytes
    if zero_stage >= 1:
        o /= gpus
    if zero_stage >= 2:
        g /= gpus
    return float(params * (p + g + o)) / 1024 ** 3
