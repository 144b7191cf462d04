# problem: warmup-cosine
# expect: fail
# says: your warmup_ratio is warmup / total, by its name
def learning_rate(step, total_steps, peak_lr, warmup_ratio=0.03, min_lr=0.0):
    warmup_steps = round(total_steps * warmup_ratio)
    if step < warmup_steps:
        return peak_lr * step / warmup_steps
    done = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (peak_lr - min_lr) * (1 + math.cos(done * math.pi)) / 2
