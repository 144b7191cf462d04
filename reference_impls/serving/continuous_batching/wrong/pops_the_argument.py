# slip: none
def schedule_decode(lengths, max_batch):
    slots, out = [0] * max_batch, []
    while lengths:
        n = lengths.pop(0)
        k = slots.index(min(slots))
        slots[k] += n
        out.append(slots[k])
    return max(slots), out
