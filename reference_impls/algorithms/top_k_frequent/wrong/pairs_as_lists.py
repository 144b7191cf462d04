# slip: pairs
def top_k_frequent(nums, k):
    freq = {}
    for x in nums:
        freq[x] = freq.get(x, 0) + 1
    rows = [[v, c] for v, c in freq.items()]
    rows.sort(key=lambda row: row[1])
    return rows[-k:]
