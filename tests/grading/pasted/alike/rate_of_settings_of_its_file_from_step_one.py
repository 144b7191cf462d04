# problem: warmup-cosine
# expect: fail
learning_rate = 3e-4
min_lr = learning_rate / 10
warmup_iters, lr_decay_iters = 500, 40_000


def share_left(it):
    done = (it - warmup_iters) / (lr_decay_iters - warmup_iters)
    return (1 + math.cos(math.pi * done)) / 2


def get_lr(it):
    if it < warmup_iters:
        return learning_rate * (it + 1) / warmup_iters
    if it > lr_decay_iters:
        return min_lr
    return min_lr + share_left(it) * (learning_rate - min_lr)


for it in (0, 100, 20_000):
    print(it, get_lr(it))
