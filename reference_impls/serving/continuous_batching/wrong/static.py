# slip: static-batches
def schedule_decode(lengths, max_batch):
    t = 0
    finish = []
    rest = list(lengths)
    while rest:
        now, rest = rest[:max_batch], rest[max_batch:]
        for n in now:
            finish.append(t + n)
        t += max(now)
    return t, finish
