# slip: shortest-first
def schedule_decode(lengths, max_batch):
    slots = [0] * max_batch
    finish = {}
    for n, i in sorted((n, i) for i, n in enumerate(lengths)):
        k = slots.index(min(slots))
        slots[k] += n
        finish[i] = slots[k]
    return max(slots), [finish[i] for i in range(len(lengths))]
