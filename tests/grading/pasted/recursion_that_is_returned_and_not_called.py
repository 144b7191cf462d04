# problem: edit-distance
# expect: fail
# says: Your code returns a function. It should call that function
def edit_distance(a, b):
    @functools.cache
    def dp(i=0, j=0):
        if i == len(a): return len(b) - j
        if j == len(b): return len(a) - i
        if a[i] == b[j]: return dp(i + 1, j + 1)
        return 1 + min(dp(i + 1, j), dp(i, j + 1), dp(i + 1, j + 1))
    return dp
