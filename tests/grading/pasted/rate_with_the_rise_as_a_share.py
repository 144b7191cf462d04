# problem: warmup-cosine
# says: your warmup_fraction is warmup / total, by its name
def lr_at(step, max_lr, min_lr, num_steps, warmup_fraction, annealing_fraction):
    rise, end = round(num_steps * warmup_fraction), round(num_steps * annealing_fraction)
    if step < rise:
        return max_lr * step / rise
    if step >= end:
        return min_lr
    done = (step - rise) / (end - rise)
    return min_lr + (max_lr - min_lr) * (1 + math.cos(done * math.pi)) / 2
