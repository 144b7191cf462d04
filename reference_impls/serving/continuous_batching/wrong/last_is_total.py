# slip: total-of-the-last-request
def schedule_decode(lengths, max_batch):
    slots, out = [0] * max_batch, []
    for n in lengths:
        k = slots.index(min(slots))
        slots[k] += n
        out.append(slots[k])
    return (out[-1] if out else 0), out
