# slip: sorted-by-length
def schedule_decode(lengths, max_batch):
    slots, out = [0] * max_batch, []
    for n in sorted(lengths):
        k = slots.index(min(slots))
        slots[k] += n + (slots[k] > 0)
        out.append(slots[k])
    return max(out, default=0), out
