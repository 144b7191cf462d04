# slip: total-of-all-gpus
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    total = 0
    for stage, b in ((1, optim_bytes), (2, grad_bytes), (3, param_bytes)):
        total += params * b * (1 if zero_stage >= stage else gpus)
    return total
