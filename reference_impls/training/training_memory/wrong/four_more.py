# slip: master-copy-sharded-too
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p, g, o = param_bytes, grad_bytes, optim_bytes + 4
    if zero_stage >= 1:
        o /= gpus
    if zero_stage >= 2:
        g /= gpus
    if zero_stage >= 3:
        p /= gpus
    return float(params * (p + g + o))
