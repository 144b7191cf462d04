# problem: training-memory
# expect: pass
# says: its total is graded
def memory_of_zero(params, stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    parts = {
        "weights": params * param_bytes / (gpus if stage > 2 else 1),
        "gradients": params * grad_bytes / (gpus if stage > 1 else 1),
        "optimizer": params * optim_bytes / (gpus if stage > 0 else 1),
    }
    return {**parts, "total": sum(parts.values())}
