# slip: optimizer-missing-without-zero
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    if zero_stage == 0:
        return float(params * (param_bytes + grad_bytes))
    if zero_stage in (1, 2):
        return float(params * (param_bytes + (grad_bytes + optim_bytes) / gpus))
    return float(params * (param_bytes + grad_bytes + optim_bytes) / gpus)
