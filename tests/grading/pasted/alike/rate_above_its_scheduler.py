# problem: warmup-cosine
# says: get_lr is graded as warmup_cosine
def get_lr(step, warmup_steps, total_steps, max_lr, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + 0.5 * (max_lr - min_lr) * (1 + math.cos(math.pi * done))


def make_scheduler(optimizer, warmup_steps, total_steps, max_lr):
    rate = lambda step: get_lr(step, warmup_steps, total_steps, max_lr) / max_lr
    return torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
