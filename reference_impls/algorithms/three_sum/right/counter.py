from collections import Counter
def three_sum(nums):
    c = Counter(nums); v = sorted(c); out = []
    for i, x in enumerate(v):
        for y in v[i:]:
            z = -x - y
            if z < y or z not in c: continue
            if all(c[w] >= m for w, m in Counter((x, y, z)).items()): out.append((z, y, x))
    return out
