def merge_k_sorted(lists):
    if len(lists) < 2:
        return list(lists[0]) if lists else []
    half = len(lists) // 2
    a, b = merge_k_sorted(lists[:half])[::-1], merge_k_sorted(lists[half:])[::-1]
    out = []
    while a and b:
        out.append(a.pop() if a[-1] <= b[-1] else b.pop())
    out.extend(reversed(a or b))
    return out
