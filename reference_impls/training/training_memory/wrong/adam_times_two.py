# slip: optimizer-per-moment
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    total = 0
    for stage, b in ((1, 2 * optim_bytes), (2, grad_bytes), (3, param_bytes)):
        total += params * b / (gpus if zero_stage >= stage else 1)
    return total
