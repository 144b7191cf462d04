# problem: warmup-cosine
def rate_at(learning_rate: float, it: int, warmup_iters: int, max_iters: int, min_lr: float) -> float:
    if it < warmup_iters:
        return it / warmup_iters * learning_rate
    done = min(1.0, (it - warmup_iters) / (max_iters - warmup_iters))
    return min_lr + (learning_rate - min_lr) * (1 + math.cos(math.pi * done)) / 2
