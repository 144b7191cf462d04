def merge(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    return out + a[i:] + b[j:]


def merge_k_sorted(lists):
    """Pairs of lists, round by round, as solution pages have it for linked lists."""
    if not lists:
        return []
    while len(lists) > 1:
        lists = [merge(lists[i], lists[i + 1] if i + 1 < len(lists) else []) for i in range(0, len(lists), 2)]
    return list(lists[0])
