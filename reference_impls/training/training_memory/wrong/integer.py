# slip: none
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    shard = params // gpus
    parts = [optim_bytes, grad_bytes, param_bytes]
    return float(sum(b * (shard if i < zero_stage else params) for i, b in enumerate(parts)))
