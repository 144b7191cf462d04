# problem: warmup-cosine
# says: makes a scheduler
def build_scheduler(opt, warmup, total, min_lr=0.0):
    floor = min_lr / opt.defaults["lr"]
    sched = torch.optim.lr_scheduler.LambdaLR(
        opt,
        lr_lambda=lambda it: it / warmup if it < warmup else floor + (1 - floor) * (1 + np.cos(np.pi * min(1, (it - warmup) / (total - warmup)))) / 2,
    )
    return sched
