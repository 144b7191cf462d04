def course_order(n, prereqs):
    done = []
    left = set(range(n))
    while left:
        free = {c for c in left if not any(a == c and b in left for a, b in prereqs)}
        if not free: return ()
        done.extend(sorted(free, reverse=True)); left -= free
    return tuple(done)
