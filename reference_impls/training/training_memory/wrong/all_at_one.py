# slip: everything-from-stage-one
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    total = params * (param_bytes + grad_bytes + optim_bytes)
    return total if zero_stage == 0 else total / gpus
