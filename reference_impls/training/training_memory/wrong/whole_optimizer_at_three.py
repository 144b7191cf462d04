# slip: optimizer-whole-at-stage-three
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p, g, o = (params * size for size in (param_bytes, grad_bytes, optim_bytes))
    if zero_stage == 0:
        return p + g + o
    if zero_stage == 1:
        return p + g + o / gpus
    if zero_stage == 2:
        return p + (g + o) / gpus
    return (p + g) / gpus + o
