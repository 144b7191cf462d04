# problem: training-memory
from __future__ import annotations
class TrainingMemoryBytes:
    def __init__(self, config):
        self.config = config

    def __call__(self, n_params):
        n_gpus = self.config.get('n_gpus', 1)
        zero_stage = self.config.get('zero_stage', 0)
        weight_bytes = self.config.get('weight_bytes', 2)
        grad_bytes = self.config.get('grad_bytes', 2)
        optimizer_bytes = self.config.get('optimizer_bytes', 12)
        shard = lambda b, on: b / n_gpus if on else b
        out = {'weights': shard(n_params * weight_bytes, zero_stage >= 3), 'grads': shard(n_params * grad_bytes, zero_stage >= 2), 'optimizer': shard(n_params * optimizer_bytes, zero_stage >= 1)}
        out['total'] = out['weights'] + out['grads'] + out['optimizer']
        return out