# problem: warmup-cosine
# says: your function is given an optimizer: the rate that it sets there is graded
def set_rate(optimizer, step, warmup_steps, total_steps, max_lr, min_lr=0.0):
    if step < warmup_steps:
        rate = max_lr * step / warmup_steps
    else:
        part = min((step - warmup_steps) / (total_steps - warmup_steps), 1)
        rate = min_lr + (max_lr - min_lr) * (1 + math.cos(part * math.pi)) / 2
    for group in optimizer.param_groups:
        group["lr"] = rate
