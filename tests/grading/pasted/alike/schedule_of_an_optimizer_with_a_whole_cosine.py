# problem: warmup-cosine
# expect: fail
from torch.optim.lr_scheduler import LambdaLR


def cosine_with_warmup(optimizer, n_warmup_steps, n_training_steps, min_lr=0.0, last_epoch=-1):
    low = min_lr / optimizer.param_groups[0]["lr"]

    def lr_lambda(current_step):
        if current_step < n_warmup_steps:
            return float(current_step) / float(max(1, n_warmup_steps))
        done = float(current_step - n_warmup_steps) / float(max(1, n_training_steps - n_warmup_steps))
        return low + (1.0 - low) * 0.5 * (1.0 + math.cos(2 * math.pi * min(1.0, done)))

    return LambdaLR(optimizer, lr_lambda, last_epoch)
