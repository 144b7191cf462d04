# slip: different-numbers
def three_sum(nums):
    values = list(set(nums))
    n = len(values)
    return [[values[i], values[j], values[k]] for i in range(n) for j in range(i) for k in range(j)
            if values[i] + values[j] + values[k] == 0]
