def schedule_decode(lengths, max_batch):
    slots = [0] * max_batch
    out = []
    for need in lengths:
        k = slots.index(min(slots))
        slots[k] += need
        out.append(slots[k])
    return (max(slots) if out else 0), out
