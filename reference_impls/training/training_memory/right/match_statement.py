def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    match zero_stage:
        case 0:
            whole, split = param_bytes + grad_bytes + optim_bytes, 0
        case 1:
            whole, split = param_bytes + grad_bytes, optim_bytes
        case 2:
            whole, split = param_bytes, grad_bytes + optim_bytes
        case 3:
            whole, split = 0, param_bytes + grad_bytes + optim_bytes
        case _:
            raise ValueError(zero_stage)
    return params * whole + params * split / gpus
