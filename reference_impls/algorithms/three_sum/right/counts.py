from collections import Counter


def three_sum(nums):
    have = Counter(nums)
    values = sorted(have)
    out = []
    for i, a in enumerate(values):
        for b in values[i:]:
            c = -a - b
            if c < b:
                continue
            if not Counter((a, b, c)) - have:
                out.append((c, b, a))
    return tuple(out)
