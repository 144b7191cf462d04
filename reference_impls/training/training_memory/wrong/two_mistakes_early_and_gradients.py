# slip: none
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p, o = param_bytes, optim_bytes
    if zero_stage >= 0:
        o /= gpus
    if zero_stage >= 3:
        p /= gpus
    return float(params * (p + o))
