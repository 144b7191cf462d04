# slip: parameters-alone-at-stage-three
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p, g, o = param_bytes, grad_bytes, optim_bytes
    if zero_stage == 1:
        o /= gpus
    elif zero_stage == 2:
        o /= gpus
        g /= gpus
    elif zero_stage == 3:
        p /= gpus
    return params * (p + g + o) / 2 ** 30
