def estimate(total_params, stage, num_gpus, bytes_of):
    """Branches by stage, as the estimators of the sharding library go through them."""
    if stage == 3:
        gpu_mem = sum(bytes_of.values()) * total_params / num_gpus
    elif stage == 2:
        gpu_mem = bytes_of["params"] * total_params
        gpu_mem += (bytes_of["grads"] + bytes_of["optim"]) * total_params / num_gpus
    else:
        replicated = (bytes_of["params"] + bytes_of["grads"]) * total_params
        optimizer = bytes_of["optim"] * total_params
        gpu_mem = replicated + (optimizer / num_gpus if stage == 1 else optimizer)
    return gpu_mem


def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    return estimate(params, zero_stage, gpus, {"params": param_bytes, "grads": grad_bytes, "optim": optim_bytes})
