# slip: total-ideal
def schedule_decode(lengths, max_batch):
    slots, out = [0] * max_batch, []
    for n in lengths:
        k = slots.index(min(slots))
        slots[k] += n
        out.append(slots[k])
    return (sum(lengths) + max_batch - 1) // max_batch, out
