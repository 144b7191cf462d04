# problem: warmup-cosine
# expect: fail
# says: your args.span stays 900, as your file sets it
class TrainSettings:
    max_lr = 3e-4
    min_lr = 3e-5
    warmup = 100
    total = 1000
    span = total - warmup

args = TrainSettings()

def get_lr(step):
    if step < args.warmup:
        return args.max_lr * step / args.warmup
    if step > args.total:
        return args.min_lr
    return args.min_lr + 0.5 * (1 + math.cos(math.pi * (step - args.warmup) / args.span)) * (args.max_lr - args.min_lr)
