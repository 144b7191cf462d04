# problem: warmup-cosine
# expect: fail
from torch.optim.lr_scheduler import LambdaLR


def cosine_schedule(optimizer, num_warmup_steps, num_training_steps, min_lr_ratio=0.0):
    def lr_lambda(current_step):
        if current_step < num_warmup_steps:
            return current_step / max(1, num_warmup_steps)
        done = min(1.0, (current_step - num_warmup_steps) / max(1, num_training_steps - num_warmup_steps))
        return min_lr_ratio + 0.5 * (1 + math.cos(math.pi * done))

    return LambdaLR(optimizer, lr_lambda)
