# problem: training-memory
# says: given in your cfg: num_gpus, zero_stage, weight_bytes, gradient_bytes, optimizer_bytes and num_params
def bytes_per_gpu(cfg):
    gpus, stage = cfg["num_gpus"], cfg["zero_stage"]
    weights, grads, optim = cfg.get("weight_bytes", 2), cfg.get("gradient_bytes", 2), cfg.get("optimizer_bytes", 12)
    weights = weights / gpus if stage >= 3 else weights
    grads = grads / gpus if stage >= 2 else grads
    optim = optim / gpus if stage >= 1 else optim
    return float(cfg["num_params"] * (weights + grads + optim))
