# slip: rest-of-the-second-lost-in-rounds
def _merge(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    out.extend(a[i:])
    return out


def merge_k_sorted(lists):
    if not lists:
        return []
    queue = [list(l) for l in lists]
    while len(queue) > 1:
        merged = []
        for i in range(0, len(queue), 2):
            if i + 1 < len(queue):
                merged.append(_merge(queue[i], queue[i + 1]))
            else:
                merged.append(queue[i])
        queue = merged
    return queue[0]
