# slip: rest-of-the-second-lost-ties-from-the-second
def merge(a, b):
    out = []
    i, j = 0, 0
    while i < len(a) and j < len(b):
        if a[i] < b[j]:
            out.append(a[i]); i += 1
        else:
            out.append(b[j]); j += 1
    out.extend(a[i:])
    return out

def merge_k_sorted(lists):
    if len(lists) == 0:
        return []
    if len(lists) == 1:
        return list(lists[0])
    mid = len(lists) // 2
    return merge(merge_k_sorted(lists[:mid]), merge_k_sorted(lists[mid:]))
