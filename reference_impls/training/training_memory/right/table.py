def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    p, g, o, n = param_bytes, grad_bytes, optim_bytes, gpus
    return params * [p + g + o, p + g + o / n, p + (g + o) / n, (p + g + o) / n][zero_stage]
