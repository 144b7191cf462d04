# problem: training-memory
# expect: fail
# says: whole at stage 3


def zero_memory(param_gb, grad_gb, opt_gb, world_size, stage, buffer_gb=0.0):
    assert stage in (0, 1, 2, 3)
    if stage == 0:
        return param_gb + grad_gb + opt_gb + buffer_gb
    if stage == 1:
        return param_gb + grad_gb + opt_gb / world_size + buffer_gb
    if stage == 2:
        return param_gb + (grad_gb + opt_gb) / world_size + buffer_gb
    return (param_gb + grad_gb) / world_size + opt_gb + buffer_gb
