# slip: gradients-one-stage-early
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    weights = params * param_bytes
    grads = params * grad_bytes
    optim = params * optim_bytes
    if zero_stage >= 1:
        optim = optim / gpus
    if zero_stage >= 1:
        grads = grads / gpus
    if zero_stage >= 3:
        weights = weights / gpus
    return float(weights + grads + optim)
