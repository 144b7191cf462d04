def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    total = 0.0
    for first_stage, size in ((1, optim_bytes), (2, grad_bytes), (3, param_bytes)):
        total += params * size / (gpus if zero_stage >= first_stage else 1)
    return total
