import numpy as np


def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    sizes = np.array([optim_bytes, grad_bytes, param_bytes], dtype=np.float64)
    saved = sizes[:zero_stage].sum() * (1 - 1 / gpus)
    return float(params * (sizes.sum() - saved))
