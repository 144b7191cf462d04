# problem: training-memory
def memory_per_device(n_params, n_gpus=1, zero_stage=0, weight_bytes=2, grad_bytes=2, optimizer_bytes=12):
    def shard(size, stage):
        return n_params * size / (n_gpus if zero_stage >= stage else 1)

    return shard(weight_bytes, 3) + shard(grad_bytes, 2) + shard(optimizer_bytes, 1)
