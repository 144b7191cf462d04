import bisect


def schedule_decode(reqs, slots):
    """A sorted list of the events 'a slot becomes free'."""
    events, ends = [], []
    for number, need in enumerate(reqs):
        start = events.pop(0) if number >= slots else 0
        bisect.insort(events, start + need)
        ends.append(start + need)
    return (events[-1] if events else 0, ends)
