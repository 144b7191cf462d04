# problem: longest-k-distinct
# expect: fail
# says: is removed from the set `inside`, which does not hold it
# not: dictionary
def longest_with_k_distinct(text, k):
    first, best, inside = 0, "", set()
    for last in range(len(text)):
        inside.add(text[last])
        while len(inside) > k:
            inside.remove(text[first])
            first += 1
        if last - first + 1 > len(best):
            best = text[first : last + 1]
    return best
