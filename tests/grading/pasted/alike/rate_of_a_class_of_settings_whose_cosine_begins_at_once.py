# problem: warmup-cosine
# expect: fail
# says: start it after the warm-up
class TrainArgs:
    learning_rate = 3e-4
    min_lr = learning_rate * 0.1
    epochs, steps_per_epoch = 10, 100
    max_steps = epochs * steps_per_epoch
    warmup_steps = int(0.05 * max_steps)


args = TrainArgs()


def decay(step):
    return 0.5 * (1 + math.cos(math.pi * step / args.max_steps))


def get_lr(step):
    if step < args.warmup_steps:
        return args.learning_rate * step / args.warmup_steps
    if step > args.max_steps:
        return args.min_lr
    return args.min_lr + decay(step) * (args.learning_rate - args.min_lr)
