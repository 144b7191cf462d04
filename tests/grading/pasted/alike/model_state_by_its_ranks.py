# problem: training-memory
# says: zero_bytes is graded as training_bytes_per_gpu
def zero_bytes(n_params, dp, stage, param_bytes=2, grad_bytes=2, optim_bytes=12):
    optim = n_params * optim_bytes / (dp if stage >= 1 else 1)
    grads = n_params * grad_bytes / (dp if stage >= 2 else 1)
    weights = n_params * param_bytes / (dp if stage >= 3 else 1)
    return weights + grads + optim
