# slip: gradients-forgotten
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    weights = params * param_bytes / (gpus if zero_stage == 3 else 1)
    optim = params * optim_bytes / (gpus if zero_stage else 1)
    return weights + optim
