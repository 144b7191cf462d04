# slip: none
def schedule_decode(lengths, max_batch):
    t, finish = 0, []
    for i in range(0, len(lengths), max_batch):
        batch = lengths[i : i + max_batch]
        finish += [t + n - 1 for n in batch]
        t += max(batch)
    return t, finish
