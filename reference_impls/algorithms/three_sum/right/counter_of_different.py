from collections import Counter
def three_sum(nums):
    c = Counter(nums)
    keys = sorted(c)
    out = []
    for i, a in enumerate(keys):
        for b in keys[i:]:
            d = -a - b
            if d < b or d not in c:
                continue
            need = Counter([a, b, d])
            if all(c[k] >= v for k, v in need.items()):
                out.append((a, b, d))
    return tuple(out)
