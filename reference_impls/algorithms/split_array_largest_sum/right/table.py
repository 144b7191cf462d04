from itertools import accumulate


def split_array(nums, k):
    p = [0, *accumulate(nums)]
    n = len(nums)
    best = p[:]
    best[0] = 0
    for parts in range(2, k + 1):
        for i in range(n, parts - 1, -1):
            answer = best[i]
            for j in range(i - 1, parts - 2, -1):
                last = p[i] - p[j]
                if last >= answer:
                    break
                answer = min(answer, max(best[j], last))
            best[i] = answer
    return best[n]
